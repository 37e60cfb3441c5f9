package prismq.t.script.versioning.account.oidc;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.ProvenIdentity;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.history.InvalidInputException;

/** What a provider claims of a person. */
final class OidcClaims {
  /** Where a name may stand, best first. */
  private static final List<String> NAMES = List.of("name", "preferred_username", "nickname");

  private final OidcSettings settings;
  private final Map<String, Object> claims;

  OidcClaims(OidcSettings settings, Map<String, Object> claims) {
    this.settings = settings;
    this.claims = claims;
  }

  /** Whether nothing is missing that we ask for. */
  static boolean tellAll(OidcSettings settings, Map<String, Object> claims) {
    @Nullable String roleClaim = settings.roleClaim();
    return claims.containsKey("email")
        && claims.containsKey("email_verified")
        && NAMES.stream().anyMatch(claims::containsKey)
        && (roleClaim == null || claims.containsKey(roleClaim));
  }

  ProvenIdentity identity(String subject) {
    String name =
        NAMES.stream().map(this::text).filter(text -> !text.isBlank()).findFirst().orElse("");
    return new ProvenIdentity(settings.issuer(), subject, email(), name, role());
  }

  private String text(String claim) {
    return claims.get(claim) instanceof String text ? text : "";
  }

  /** Some providers write whether they checked it as a text. */
  private @Nullable String email() {
    boolean isVerified = "true".equals(String.valueOf(claims.get("email_verified")));
    try {
      return isVerified ? Account.checkedEmail(text("email")) : null;
    } catch (InvalidInputException e) {
      return null;
    }
  }

  private @Nullable Role role() {
    @Nullable String claim = settings.roleClaim();
    if (claim == null) {
      return null;
    }
    @Nullable Object held = claims.get(claim);
    Stream<?> values =
        held instanceof Collection<?> several ? several.stream() : Stream.ofNullable(held);
    return values
        .map(value -> settings.roles().get(String.valueOf(value)))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> SignOnProblem.noRole(settings.name()));
  }
}
