package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.Edit;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;

/** Finds for each part of a version which version last wrote it. */
public final class Annotations {
  private final VersionManager versionManager;

  /** Reads from this version manager. */
  public Annotations(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /** The annotation of a version. */
  public Annotation annotation(String scriptId, int versionNumber) {
    VersionGraph graph = versionManager.graph(scriptId);
    ScriptText text = versionManager.content(scriptId, versionNumber);
    int[] origins = origins(graph, scriptId, versionNumber);
    List<Annotation.Run> runs = new ArrayList<>();
    for (int start = 0; start < origins.length; ) {
      int end = start;
      while (end < origins.length && origins[end] == origins[start]) {
        end++;
      }
      runs.add(new Annotation.Run(start, end, origins[start]));
      start = end;
    }
    return new Annotation(text, runs);
  }

  private int[] origins(VersionGraph graph, String scriptId, int version) {
    ScriptText text = versionManager.content(scriptId, version);
    int[] origins = new int[text.sizeBytes()];
    Arrays.fill(origins, version);
    int parent = graph.parent(version);
    if (parent > 0) {
      int[] before = origins(graph, scriptId, parent);
      int from = 0;
      int to = 0;
      ScriptText parentText = versionManager.content(scriptId, parent);
      for (Edit edit : new DiffGenerator().diff(parentText, text).exactEdits()) {
        System.arraycopy(before, from, origins, to, edit.fromStart() - from);
        from = edit.fromEnd();
        to = edit.toEnd();
      }
      System.arraycopy(before, from, origins, to, before.length - from);
    }
    return origins;
  }
}
