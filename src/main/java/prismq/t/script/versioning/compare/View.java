package prismq.t.script.versioning.compare;

/** The ways to look at a comparison. */
public enum View {
  /** One column of paragraphs with what was removed and added in its place. */
  PROSE("prose", "Prose"),
  /** Two columns of lines. */
  SIDE_BY_SIDE("side-by-side", "Side by side"),
  /** One column of lines, removals above additions. */
  UNIFIED("unified", "Unified");

  private final String parameter;
  private final String title;

  View(String parameter, String title) {
    this.parameter = parameter;
    this.title = title;
  }

  /** Its name in addresses. */
  public String parameter() {
    return parameter;
  }

  /** Its name on pages. */
  public String title() {
    return title;
  }
}
