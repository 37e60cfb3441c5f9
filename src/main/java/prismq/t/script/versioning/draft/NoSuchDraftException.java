package prismq.t.script.versioning.draft;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;
import prismq.t.script.versioning.web.Urls;

/** Whoever asks has no draft of a number, whether or not somebody else has. */
final class NoSuchDraftException extends Problem {
  private static final long serialVersionUID = 1L;

  NoSuchDraftException() {
    super(ProblemKind.NOT_FOUND, FilledMessage.of("draft.not_found"));
  }

  @Override
  public WayOn wayOn() {
    return new WayOn(Urls.DRAFTS, Messages.text("draft.title"));
  }
}
