package prismq.t.script.versioning.account.oidc;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Role;

/**
 * A provider of single sign-on, and how this server is known to it.
 *
 * @param name how the provider is called on pages
 * @param callback where it sends browsers back to, exactly as it knows the address
 * @param roleClaim the claim that holds what {@code roles} gives a role for; null where roles are
 *     given here
 */
public record OidcSettings(
    String issuer,
    String clientId,
    String clientSecret,
    String name,
    URI callback,
    @Nullable String roleClaim,
    Map<String, Role> roles) {
  /** Without the secret, so that no log shows it. */
  @Override
  public String toString() {
    return "sign-on at " + issuer;
  }
}
