package prismq.t.script.versioning.core.merge;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.merge.MergePart.Merged;
import prismq.t.script.versioning.core.text.ScriptText;

/** The result of a merge: its parts in order, which are a text once each conflict is settled. */
public record Merge(List<MergePart> parts) {
  /** A merge of these parts. */
  public Merge {
    parts = List.copyOf(parts);
  }

  /** Whether nothing has to be settled. */
  public boolean isClean() {
    return conflicts().isEmpty();
  }

  /** What has to be settled, in order. */
  public List<Conflict> conflicts() {
    return parts.stream().filter(Conflict.class::isInstance).map(Conflict.class::cast).toList();
  }

  /**
   * The merged text.
   *
   * @throws IllegalArgumentException if there are conflicts
   */
  public ScriptText text() {
    return resolved(List.of());
  }

  /**
   * The merged text with the conflicts settled.
   *
   * @param resolutions what is to stand in the place of each conflict, in their order
   * @throws IllegalArgumentException if there are more or fewer conflicts
   */
  public ScriptText resolved(List<ScriptText> resolutions) {
    int conflicts = conflicts().size();
    if (resolutions.size() != conflicts) {
      throw new IllegalArgumentException(
          "there are " + conflicts + " conflicts, not " + resolutions.size());
    }
    Iterator<ScriptText> next = resolutions.iterator();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (MergePart part : parts) {
      text.writeBytes(part instanceof Merged merged ? merged.text().read() : next.next().read());
    }
    return ScriptText.of(text.toByteArray());
  }
}
