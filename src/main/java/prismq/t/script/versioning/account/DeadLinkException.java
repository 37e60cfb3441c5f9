package prismq.t.script.versioning.account;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A link that was used, has expired, was withdrawn, or never was; which one is not told. */
public final class DeadLinkException extends Problem {
  private static final long serialVersionUID = 1L;

  DeadLinkException(LinkPurpose purpose) {
    super(ProblemKind.DEAD_LINK, FilledMessage.of("link.dead"), next(purpose));
  }

  private static FilledMessage next(LinkPurpose purpose) {
    return FilledMessage.of(
        switch (purpose) {
          case SET_UP -> "link.dead_set_up";
          case INVITATION -> "link.dead_invitation";
          case RESET -> "link.dead_reset";
        });
  }
}
