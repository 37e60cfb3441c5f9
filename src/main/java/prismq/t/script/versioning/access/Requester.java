package prismq.t.script.versioning.access;

import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.token.Token;
import prismq.t.script.versioning.token.TokenFault;

/** Who a request comes from. It is found once, before anything else is done for the request. */
public sealed interface Requester {
  /** The account that it is made in the name of; null where there is none. */
  default @Nullable Account account() {
    return null;
  }

  /** Whoever uses the computer that the server runs on, where nobody has an account. */
  record LoneComputer() implements Requester {}

  /** Anybody, on a server that others can reach and that nobody has an account on yet. */
  record BeforeSetUp() implements Requester {}

  /**
   * Somebody who is not signed in.
   *
   * @param hadSession whether a session was named that ended or never was
   */
  record Nobody(boolean hadSession) implements Requester {}

  /**
   * Somebody with an account, by the session whose secret the browser sent.
   *
   * @param grants what is said of them on single scripts
   */
  record SignedIn(Account account, Secret session, ScriptGrants grants) implements Requester {}

  /**
   * A program, by an API token of somebody.
   *
   * @param grants what is said of its owner on the scripts that it is for
   */
  record ByToken(Account owner, Token token, ScriptGrants grants) implements Requester {
    @Override
    public Account account() {
      return owner;
    }
  }

  /** A program that sent a token which lets nobody in. */
  record WrongToken(TokenFault fault) implements Requester {}

  /**
   * Somebody without an account, in a browser in which a share link was opened that works now.
   *
   * @param visit names the browser among those of the link
   * @param right what the link lets its guests do with what it shows, and with nothing else
   */
  record Guest(String shareLinkId, String visit, Right right) implements Requester {}

  /** Remembers on the request who it comes from. */
  static void remember(Context context, Requester requester) {
    context.attribute(Requester.class.getName(), requester);
  }

  /** Who this request comes from. */
  static Requester of(Context context) {
    Requester known = context.attribute(Requester.class.getName());
    return Objects.requireNonNullElse(known, new Nobody(false));
  }
}
