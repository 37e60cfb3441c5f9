package prismq.t.script.versioning.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.search.Annotation.Attribution;

/**
 * The parts of an annotated text that are quick to make and to read, at least one. They are cut
 * between paragraphs where these are not too long. All places are in bytes of the whole text.
 */
final class AnnotatedParts {
  /** What a browser renders at once, in units of a byte of markup. */
  private static final int MAX = 800_000;

  private static final int OF_RUN = 150;
  private static final int OF_PARAGRAPH = 30;
  private static final int OF_BYTE = 3;

  /** A longer stretch is cut. */
  private static final int MAX_STRETCH = MAX / OF_BYTE / 2;

  private final byte[] bytes;
  private final List<Attribution> runs;
  private final int[] paragraphEnds;
  private final List<AnnotatedPart> parts = new ArrayList<>();
  private int run;
  private int start;
  private int size;

  /**
   * One of the parts.
   *
   * @param continues whether its last line does, in the next part
   */
  record AnnotatedPart(ByteRange bytes, boolean continues) {}

  AnnotatedParts(AnnotatedVersion annotated) {
    this.bytes = annotated.bytes();
    this.runs = annotated.annotation().runs();
    Pieces lines = annotated.annotation().text().exactLines();
    this.paragraphEnds =
        Arrays.stream(Paragraphs.ends(lines, LineRange.all(lines)))
            .map(endLine -> lines.end(endLine - 1))
            .toArray();
    this.start = annotated.textStart();
    int paragraphStart = start;
    for (int end : paragraphEnds) {
      if (end > paragraphStart) {
        add(new ByteRange(paragraphStart, end));
        paragraphStart = end;
      }
    }
    close(bytes.length);
  }

  private void add(ByteRange paragraph) {
    int ofParagraph = OF_PARAGRAPH;
    size += OF_PARAGRAPH;
    for (int at = paragraph.start(); at < paragraph.end(); ) {
      int end = stretchEnd(at, paragraph.end());
      int ofStretch = (end - at) * OF_BYTE + (isMarked(at) ? OF_RUN : 0);
      if (size + ofStretch > MAX && paragraph.start() > start) {
        close(paragraph.start());
        size = ofParagraph;
      }
      if (size + ofStretch > MAX && at > start) {
        close(at);
        size = 0;
      }
      size += ofStretch;
      ofParagraph += ofStretch;
      at = end;
    }
  }

  /** Where the run ends that is here, or a stretch of it that is not too long. */
  private int stretchEnd(int at, int paragraphEnd) {
    while (runs.get(run).bytes().end() <= at) {
      run++;
    }
    int end = Math.min(paragraphEnd, runs.get(run).bytes().end());
    if (end - at <= MAX_STRETCH) {
      return end;
    }
    end = at + MAX_STRETCH;
    // Not inside of a character.
    while (end > at + MAX_STRETCH / 2 && ExactText.isContinuation(bytes[end])) {
      end--;
    }
    return end;
  }

  /** Whether a mark starts here: with a run, and after a blank line. */
  private boolean isMarked(int at) {
    return runs.get(run).bytes().start() == at
        || (at > 1 && LineEnds.endsAt(bytes, at - 1) && endsLineBefore(at - 1));
  }

  /** Whether nothing stands between the end of a line and that of the line before it. */
  private boolean endsLineBefore(int at) {
    boolean isPair = bytes[at] == '\n' && bytes[at - 1] == '\r';
    int before = isPair ? at - 2 : at - 1;
    return before >= 0 && LineEnds.endsAt(bytes, before);
  }

  private void close(int end) {
    boolean continues = end > start && end < bytes.length && !LineEnds.endsAt(bytes, end - 1);
    parts.add(new AnnotatedPart(new ByteRange(start, end), continues));
    start = end;
  }

  /** Number of parts. */
  int count() {
    return parts.size();
  }

  /** A part by its number, from 1. */
  AnnotatedPart get(int number) {
    return parts.get(number - 1);
  }

  /** Where all paragraphs start, at least one. */
  int[] paragraphStarts() {
    int[] starts = new int[Math.max(1, paragraphEnds.length)];
    starts[0] = parts.get(0).bytes().start();
    System.arraycopy(paragraphEnds, 0, starts, 1, starts.length - 1);
    return starts;
  }

  /** Where the paragraphs of a part end; the last one where the part does. */
  int[] paragraphEnds(AnnotatedPart part) {
    int first = firstAfter(part.bytes().start());
    int after = firstAfter(part.bytes().end() - 1);
    int[] ends = Arrays.copyOfRange(paragraphEnds, first, Math.max(first, after) + 1);
    ends[ends.length - 1] = part.bytes().end();
    return ends;
  }

  /** The first paragraph that ends after a place. */
  private int firstAfter(int place) {
    int found = Arrays.binarySearch(paragraphEnds, place + 1);
    return found < 0 ? -found - 1 : found;
  }
}
