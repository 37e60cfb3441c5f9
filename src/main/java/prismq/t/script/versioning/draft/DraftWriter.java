package prismq.t.script.versioning.draft;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Whose drafts a request is about: only ever those of the account that is signed in. */
public final class DraftWriter {
  private DraftWriter() {}

  /** The account; null where nobody is signed in, who has drafts in the browser only. */
  public static @Nullable Account orNone(Context context) {
    return Requester.of(context) instanceof SignedIn signedIn ? signedIn.account() : null;
  }

  /**
   * The account.
   *
   * @throws Problem if nobody is signed in
   */
  static Account of(Context context) {
    @Nullable Account account = orNone(context);
    if (account == null) {
      throw new Problem(ProblemKind.FORBIDDEN, FilledMessage.of("account.none_here"));
    }
    return account;
  }
}
