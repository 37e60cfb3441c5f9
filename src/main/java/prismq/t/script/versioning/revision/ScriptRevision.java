package prismq.t.script.versioning.revision;

import java.time.LocalDate;
import java.time.ZoneOffset;
import prismq.t.script.versioning.history.Label;

/**
 * A revision of a script.
 *
 * @param place among them, from 0
 */
public record ScriptRevision(int place, Label label, RevisionColor color) {
  /** The day on which it got its label, in UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(label.createdAt(), ZoneOffset.UTC);
  }

  /** What its colour is called. */
  public String colorTitle() {
    return color.title();
  }

  /** Its version. */
  public int versionNumber() {
    return label.versionNumber();
  }
}
