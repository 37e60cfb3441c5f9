package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.util.Objects;

/**
 * Where a request comes from.
 *
 * @param address of IP
 * @param isSecure whether it came by TLS, to this server or to a proxy before it
 */
public record Client(String address, boolean isSecure) {
  /** The client of this request. */
  public static Client of(Context context) {
    return Objects.requireNonNull(context.attribute(Client.class.getName()));
  }

  void remember(Context context) {
    context.attribute(Client.class.getName(), this);
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return isSecure ? "https" : "http";
  }
}
