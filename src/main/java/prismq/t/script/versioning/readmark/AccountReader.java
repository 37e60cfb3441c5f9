package prismq.t.script.versioning.readmark;

import java.util.OptionalLong;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Of whom it is known what they have read: whoever has an account. */
public final class AccountReader {
  private AccountReader() {}

  /** The number of the account that a request is from; empty where there is none. */
  public static OptionalLong account(Requester requester) {
    if (requester instanceof Requester.ByToken program) {
      return OptionalLong.of(program.owner().id());
    }
    return requester instanceof Requester.SignedIn signedIn
        ? OptionalLong.of(signedIn.account().id())
        : OptionalLong.empty();
  }

  /**
   * The same; there has to be one.
   *
   * @throws Problem if nobody has an account
   */
  public static long required(Requester requester) {
    return account(requester)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemKind.FORBIDDEN,
                    FilledMessage.of("readmark.no_accounts"),
                    FilledMessage.of("readmark.no_accounts_next")));
  }
}
