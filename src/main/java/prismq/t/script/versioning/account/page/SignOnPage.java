package prismq.t.script.versioning.account.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Admissions;
import prismq.t.script.versioning.account.BegunSignOn;
import prismq.t.script.versioning.account.BegunSignOns;
import prismq.t.script.versioning.account.ProvenIdentity;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.account.oidc.OidcProvider;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.LocalPath;
import prismq.t.script.versioning.web.SecretCookie;
import prismq.t.script.versioning.web.Urls;

/** The way to the provider of single sign-on, and back. */
public final class SignOnPage {
  private static final SecretCookie COOKIE = new SecretCookie("sign-on", BegunSignOns.LIFE);

  private final @Nullable OidcProvider configured;
  private final BegunSignOns begun;
  private final Admissions admissions;
  private final SessionStart start;
  private final SignInPage signIn;

  /**
   * Lets those in whom the provider vouches for.
   *
   * @param configured null where there is none
   * @param signIn says why somebody was not let in
   */
  public SignOnPage(
      @Nullable OidcProvider configured,
      BegunSignOns begun,
      Admissions admissions,
      Sessions sessions,
      SignInPage signIn) {
    this.configured = configured;
    this.begun = begun;
    this.admissions = admissions;
    this.start = new SessionStart(sessions);
    this.signIn = signIn;
  }

  private OidcProvider provider() {
    if (configured == null) {
      throw new Problem(
          ProblemKind.NOT_FOUND,
          FilledMessage.of("sign_on.missing"),
          FilledMessage.of("sign_on.missing_next"));
    }
    return configured;
  }

  /** Sends a browser to the provider to sign in. */
  public void begin(Context context) {
    OidcProvider provider = provider();
    String next = LocalPath.of(context.queryParam("next"));
    if (Requester.of(context) instanceof LoneComputer) {
      context.redirect(next, HttpStatus.SEE_OTHER);
      return;
    }
    attempt(context, next, () -> send(context, provider, new BegunSignOn(next, null)));
  }

  /** Sends the browser of somebody signed in there, to connect their account. */
  public void connect(Context context) {
    OidcProvider provider = provider();
    if (Requester.of(context) instanceof SignedIn signedIn) {
      send(context, provider, new BegunSignOn(Urls.ACCOUNT, signedIn.account().id()));
    }
  }

  private void send(Context context, OidcProvider provider, BegunSignOn about) {
    Secret secret = begun.begin(about);
    String address = provider.address(secret).toString();
    COOKIE.write(context, secret);
    context.header("Cache-Control", "no-store").redirect(address, HttpStatus.SEE_OTHER);
  }

  /** Answers the address that the provider sends browsers back to. */
  public void comeBack(Context context) {
    OidcProvider provider = provider();
    Optional<Secret> secret = Optional.ofNullable(COOKIE.read(context)).flatMap(Secret::read);
    COOKIE.remove(context);
    context.header("Cache-Control", "no-store");
    Optional<BegunSignOn> about = secret.flatMap(begun::comeBack);
    if (about.isPresent() && about.get().accountId() != null) {
      finishConnecting(context, provider, secret.orElseThrow(), about.get().accountId());
      return;
    }
    String next = about.map(BegunSignOn::next).orElse(Urls.SCRIPTS);
    attempt(
        context,
        next,
        () -> {
          if (about.isEmpty()) {
            throw OidcProvider.unasked();
          }
          ProvenIdentity identity =
              provider.identity(secret.orElseThrow(), context.queryParamMap());
          start.run(context, admissions.admit(identity), next);
        });
  }

  private void finishConnecting(
      Context context, OidcProvider provider, Secret secret, long accountId) {
    boolean isSame =
        Requester.of(context) instanceof SignedIn signedIn && signedIn.account().id() == accountId;
    if (!isSame) {
      throw OidcProvider.unasked();
    }
    admissions.connect(accountId, provider.identity(secret, context.queryParamMap()));
    context.redirect(Urls.ACCOUNT + "?done=oidc", HttpStatus.SEE_OTHER);
  }

  private void attempt(Context context, String next, Runnable work) {
    try {
      work.run();
    } catch (Problem e) {
      signIn.refuse(context, e.status(), next, e.sentence());
    }
  }
}
