package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/** What merges cleanly, with a blank line for each conflict, and where its chunks stand in it. */
final class MergedText {
  private final List<Chunk> chunks = new ArrayList<>();
  private final List<ByteRange> places = new ArrayList<>();
  private final Pieces lines;

  MergedText(MergeAttempt attempt) {
    Triple texts = attempt.texts();
    StringBuilder merged = new StringBuilder();
    int start = 0;
    for (Chunk chunk : attempt.chunks()) {
      merged.append(texts.base().text(), start, chunk.base().start());
      start = chunk.base().end();
      if (texts.isConflict(chunk)) {
        merged.append("\n\n");
      } else {
        int at = merged.length();
        merged.append(texts.merged(chunk));
        chunks.add(chunk);
        places.add(new ByteRange(at, merged.length()));
      }
    }
    merged.append(texts.base().text(), start, texts.base().text().length());
    this.lines = ScriptText.ofExact(merged.toString()).exactLines();
  }

  Pieces lines() {
    return lines;
  }

  /** The chunks that a stretch is at least in part of. */
  List<Chunk> chunks(ByteRange stretch) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).end() <= stretch.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < places.size() && places.get(end).start() < stretch.end()) {
      end++;
    }
    return chunks.subList(low, end);
  }
}
