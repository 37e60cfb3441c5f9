package prismq.t.script.versioning.account.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Admissions;
import prismq.t.script.versioning.account.oidc.OidcProvider;

/** Which accounts can be signed in to at the provider of single sign-on, if there is one. */
public final class SignOnState {
  private final @Nullable OidcProvider provider;
  private final Admissions admissions;

  /**
   * Knows accounts by their admissions.
   *
   * @param provider null where there is none
   */
  public SignOnState(@Nullable OidcProvider provider, Admissions admissions) {
    this.provider = provider;
    this.admissions = admissions;
  }

  /** How the provider is called; null where there is none. */
  @Nullable String name() {
    return provider == null ? null : provider.name();
  }

  boolean isConnected(Account account) {
    return provider != null && admissions.isConnected(account, provider.issuer());
  }

  /** The ids of the accounts that are connected. */
  Set<Long> connected() {
    return provider == null ? Set.of() : admissions.connected(provider.issuer());
  }

  void disconnect(Account account) {
    if (provider != null) {
      admissions.disconnect(account, provider.issuer());
    }
  }
}
