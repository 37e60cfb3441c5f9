package prismq.t.script.versioning.restore;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;

/** What is to be undone is not there; the page says why and links further. */
final class NothingToUndoException extends Problem {
  private static final long serialVersionUID = 1L;

  private final String title;
  private final String url;
  private final String urlText;

  NothingToUndoException(
      ProblemKind kind, String title, String happened, @Nullable String next, WayOn wayOn) {
    super(kind, happened, next, null);
    this.title = title;
    this.url = wayOn.url();
    this.urlText = wayOn.text();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public WayOn wayOn() {
    return new WayOn(url, urlText);
  }
}
