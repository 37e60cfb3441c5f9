package prismq.t.script.versioning.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.search.Annotation.Run;

/**
 * The parts of an annotated text that are quick to make and to read, at least one. They are cut
 * between paragraphs where these are not too long. All places are in bytes of the whole text.
 */
final class Parts {
  /** So much a part has, about: the bytes of its text and those of its marks. */
  private static final int MOST_BYTES = 700_000;

  /** What the marks of a run take, about. */
  private static final int BYTES_OF_RUN = 150;

  private final byte[] bytes;
  private final List<Run> runs;
  private final int[] paragraphEnds;
  private final List<Part> parts = new ArrayList<>();
  private int run;
  private int start;
  private int size;

  /**
   * One of the parts.
   *
   * @param goesOn whether its last line does, in the next part
   */
  record Part(int start, int end, boolean goesOn) {}

  Parts(AnnotatedVersion annotated) {
    this.bytes = annotated.bytes();
    this.runs = annotated.annotation().runs();
    Pieces lines = annotated.annotation().text().exactLines();
    this.paragraphEnds =
        Arrays.stream(Paragraphs.ends(lines, 0, lines.size()))
            .map(endLine -> lines.end(endLine - 1))
            .toArray();
    this.start = annotated.textStart();
    int paragraphStart = start;
    for (int end : paragraphEnds) {
      add(paragraphStart, end);
      paragraphStart = Math.max(paragraphStart, end);
    }
    close(bytes.length);
  }

  private void add(int paragraphStart, int paragraphEnd) {
    int ofParagraph = 0;
    for (int at = paragraphStart; at < paragraphEnd; ) {
      int end = stretchEnd(at, paragraphEnd);
      int ofStretch = end - at + BYTES_OF_RUN;
      if (size + ofStretch > MOST_BYTES && paragraphStart > start) {
        close(paragraphStart);
        size = ofParagraph;
      }
      if (size + ofStretch > MOST_BYTES && at > start) {
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
    while (runs.get(run).end() <= at) {
      run++;
    }
    int end = Math.min(paragraphEnd, runs.get(run).end());
    if (end - at <= MOST_BYTES / 2) {
      return end;
    }
    end = at + MOST_BYTES / 2;
    // Not inside of a character.
    while (end > at + MOST_BYTES / 4 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }

  private void close(int end) {
    boolean goesOn = end > start && end < bytes.length && bytes[end - 1] != '\n';
    parts.add(new Part(start, end, goesOn));
    start = end;
  }

  /** Number of parts. */
  int count() {
    return parts.size();
  }

  /** A part by its number, from 1. */
  Part get(int number) {
    return parts.get(number - 1);
  }

  /** Where the paragraphs of a part end; the last one where the part does. */
  int[] paragraphEnds(Part part) {
    int first = firstAfter(part.start());
    int after = firstAfter(part.end() - 1);
    int[] ends = Arrays.copyOfRange(paragraphEnds, first, Math.max(first, after) + 1);
    ends[ends.length - 1] = part.end();
    return ends;
  }

  /** The first paragraph that ends after a place. */
  private int firstAfter(int place) {
    int found = Arrays.binarySearch(paragraphEnds, place + 1);
    return found < 0 ? -found - 1 : found;
  }
}
