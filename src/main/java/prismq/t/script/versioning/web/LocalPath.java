package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An address on this server that somebody named; never one of another server. */
public final class LocalPath {
  private static final int MAX_LENGTH = 4_000;

  private LocalPath() {}

  /** An address without its server, or that of the scripts where it is not on this server. */
  public static String of(@Nullable String address) {
    if (address == null || address.length() > MAX_LENGTH || address.startsWith("//")) {
      return Urls.SCRIPTS;
    }
    try {
      // In a header, letters of other scripts would become blanks.
      URI uri = new URI(new URI(address).toASCIIString());
      String path = uri.getRawPath();
      boolean isLocal =
          uri.getScheme() == null
              && uri.getRawAuthority() == null
              && path != null
              && path.startsWith("/")
              && !path.startsWith("//")
              && !path.startsWith(Urls.SIGN_IN);
      return isLocal
          ? path + rest("?", uri.getRawQuery()) + rest("#", uri.getRawFragment())
          : Urls.SCRIPTS;
    } catch (URISyntaxException e) {
      return Urls.SCRIPTS;
    }
  }

  /** Where a request asks to be; for one that saves, the page that it was sent from. */
  static String of(Context context) {
    if (context.method().name().equals("GET")) {
      return of(context.path() + rest("?", context.queryString()));
    }
    @Nullable String referer = context.header("Referer");
    String start = Client.of(context).scheme() + "://" + context.host();
    return referer != null && referer.startsWith(start + "/")
        ? of(referer.substring(start.length()))
        : Urls.SCRIPTS;
  }

  private static String rest(String mark, @Nullable String text) {
    return text == null ? "" : mark + text;
  }
}
