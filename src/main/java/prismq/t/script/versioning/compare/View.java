package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.language.Messages;

/** The ways to look at a comparison. */
public enum View {
  /** One column of paragraphs with what was removed and added in its place. */
  PROSE("prose"),
  /** Two columns of lines. */
  SIDE_BY_SIDE("side-by-side"),
  /** One column of lines, removals above additions. */
  UNIFIED("unified");

  private final String parameter;

  View(String parameter) {
    this.parameter = parameter;
  }

  /** Its name in addresses. */
  public String parameter() {
    return parameter;
  }

  /** Its name on pages. */
  public String title() {
    return Messages.text("compare.view." + parameter);
  }
}
