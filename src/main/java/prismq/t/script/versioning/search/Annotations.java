package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.passage.Origins;
import prismq.t.script.versioning.core.passage.Origins.Origin;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.ScriptView;

/** Finds for each part of a version which version last wrote it. */
public final class Annotations {
  private final Passages passages;

  /** Finds origins in these passages. */
  public Annotations(Passages passages) {
    this.passages = passages;
  }

  /** Reads a script and its phrase histories in one snapshot: {@link Passages#view}. */
  public <T> T view(String scriptId, Function<ScriptView, T> reading) {
    return passages.view(scriptId, reading);
  }

  /**
   * Reads what it takes to annotate a version, in a view of {@link #view}, so that it can be done
   * after the view has ended. Text that was restored, by a rollback or otherwise, belongs to the
   * version that wrote it first; text that moved or came by a merge to the one that wrote it.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException if there is no such version
   * @throws prismq.t.script.versioning.history.DamagedVersionException if it cannot be read
   */
  public Supplier<Annotation> read(ScriptView view, int versionNumber) {
    String scriptId = view.scriptId();
    ScriptText text = view.content(versionNumber);
    PassageHistory history = passages.history(view);
    return () -> annotation(scriptId, versionNumber, text, history);
  }

  private static Annotation annotation(
      String scriptId, int versionNumber, ScriptText text, PassageHistory history) {
    List<Annotation.Attribution> runs = new ArrayList<>();
    int start = 0;
    for (Origin origin : Origins.of(history, versionNumber)) {
      ByteRange bytes = ByteRange.ofLength(start, origin.length());
      runs.add(new Annotation.Attribution(bytes, origin.version()));
      start += origin.length();
    }
    if (start != text.read().length) {
      throw new BrokenPassagesException("problem.index.text", versionNumber, scriptId);
    }
    return new Annotation(text, runs);
  }
}
