package prismq.t.script.versioning.help;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;

/** The help has no page of a name. */
final class NoSuchTopicException extends Problem {
  private static final long serialVersionUID = 1L;

  NoSuchTopicException(String name) {
    super(ProblemKind.NOT_FOUND, FilledMessage.of("help.no_page", name));
  }

  @Override
  public WayOn wayOn() {
    return new WayOn(HelpTopic.URL, Messages.text("help.see_all"));
  }
}
