package prismq.t.script.versioning.web;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;

/** A form was sent by whoever is signed in no longer; leads to where one signs in. */
final class SignedOutException extends Problem {
  private static final long serialVersionUID = 1L;

  private final String signIn;

  SignedOutException(boolean hadSession, String signIn) {
    super(
        ProblemKind.SIGNED_OUT,
        FilledMessage.of(hadSession ? "sign_in.session_ended" : "sign_in.not_signed_in"),
        FilledMessage.of("sign_in.session_ended_next"));
    this.signIn = signIn;
  }

  @Override
  public WayOn wayOn() {
    return new WayOn(signIn, Messages.text("sign_in.title"));
  }
}
