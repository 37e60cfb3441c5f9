package prismq.t.script.versioning.compare;

import java.util.List;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.language.Messages;

/** The ways to look at a comparison. */
public enum View {
  /** One column of paragraphs with what was removed and added in its place. */
  PROSE("prose"),
  /** Two columns of lines. */
  SIDE_BY_SIDE("side-by-side"),
  /** One column of lines, removals above additions. */
  UNIFIED("unified"),
  /** The text laid out, with what was removed and added in its place. */
  PAGE("page");

  private final String parameter;

  View(String parameter) {
    this.parameter = parameter;
  }

  /** Those that there are of texts of a format. */
  public static List<View> of(TextFormat format) {
    return format.hasPages()
        ? List.of(PAGE, PROSE, SIDE_BY_SIDE, UNIFIED)
        : List.of(PROSE, SIDE_BY_SIDE, UNIFIED);
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
