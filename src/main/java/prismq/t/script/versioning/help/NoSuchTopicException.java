package prismq.t.script.versioning.help;

import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;

/** The help has no page of a name. */
final class NoSuchTopicException extends Problem {
  private static final long serialVersionUID = 1L;

  NoSuchTopicException(String name) {
    super(ProblemKind.NOT_FOUND, "There is no help page called “" + name + "”.");
  }

  @Override
  public WayOn wayOn() {
    return new WayOn(HelpTopic.URL, "See all help pages");
  }
}
