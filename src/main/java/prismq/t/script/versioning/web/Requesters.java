package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.ScriptGrants;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.token.TokenCheck;
import prismq.t.script.versioning.token.Tokens;

/** Finds out who a request comes from. */
public final class Requesters {
  private final Accounts accounts;
  private final Sessions sessions;
  private final Tokens tokens;
  private final ScriptRights rights;
  private final ShareLinks shareLinks;
  private final boolean isOnlyThisComputer;

  /**
   * Knows people by these.
   *
   * @param isOnlyThisComputer whether nobody else can reach the server
   */
  public Requesters(
      Accounts accounts,
      Sessions sessions,
      Tokens tokens,
      ScriptRights rights,
      ShareLinks shareLinks,
      boolean isOnlyThisComputer) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.rights = rights;
    this.shareLinks = shareLinks;
    this.isOnlyThisComputer = isOnlyThisComputer;
  }

  /** Finds out, and remembers it on the request. */
  public void find(Context context) {
    Requester.remember(context, now(context));
  }

  /** Who a request that waits for long comes from now, by what counts now. */
  public Requester now(Context context) {
    if (!accounts.exist()) {
      return isOnlyThisComputer ? new Requester.LoneComputer() : new Requester.BeforeSetUp();
    }
    if (Urls.isForGuests(context.path())) {
      return guest(context);
    }
    @Nullable String cookie = SessionCookie.read(context);
    Optional<String> token = BearerToken.of(context);
    if (token.isPresent() && (cookie == null || Gate.isOfPrograms(context))) {
      return program(token.get());
    }
    return cookie == null ? new Requester.Nobody(false) : browser(cookie);
  }

  /**
   * Whether nobody who is signed in sends a request, as far as its head tells. That is asked before
   * its body is taken, when it is not known yet whether it comes by TLS.
   */
  public boolean isStranger(Request request) {
    if (!accounts.exist()) {
      return !isOnlyThisComputer;
    }
    return Request.getCookies(request).stream()
        .filter(cookie -> SessionCookie.NAMES.contains(cookie.getName()))
        .flatMap(cookie -> Secret.read(cookie.getValue()).stream())
        .allMatch(secret -> sessions.account(secret).isEmpty());
  }

  /** Who has an account is a guest like others there, and is shown what they are shown. */
  private Requester guest(Context context) {
    Optional<Requester> guest =
        Optional.ofNullable(Urls.shareLinkOf(context.path()))
            .flatMap(
                shareLinkId ->
                    Optional.ofNullable(GuestCookie.read(context, shareLinkId))
                        .flatMap(Secret::read)
                        .flatMap(secret -> shareLinks.guests().guest(shareLinkId, secret)));
    return guest.orElse(new Requester.Nobody(false));
  }

  private Requester program(String token) {
    TokenCheck check = tokens.check(token);
    if (check instanceof TokenCheck.Good good) {
      ScriptGrants grants = rights.of(good.owner(), good.token().limit());
      return new Requester.ByToken(good.owner(), good.token(), grants);
    }
    return new Requester.WrongToken(((TokenCheck.Bad) check).fault());
  }

  private Requester browser(String cookie) {
    Optional<Requester> found =
        Secret.read(cookie)
            .flatMap(
                secret ->
                    sessions
                        .account(secret)
                        .map(
                            account ->
                                new Requester.SignedIn(account, secret, rights.of(account))));
    return found.orElse(new Requester.Nobody(true));
  }
}
