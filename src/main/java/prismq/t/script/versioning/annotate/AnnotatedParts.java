package prismq.t.script.versioning.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.search.Annotation.Attribution;

/**
 * The parts of an annotated text that are quick to make and to read, at least one. They are cut
 * between paragraphs where these are not too long. All places are in bytes of the whole text.
 */
final class AnnotatedParts {
  /** So much a part is for a browser, in what a byte of a run's mark is. */
  private static final int MOST = 800_000;

  private static final int OF_RUN = 150;
  private static final int OF_PARAGRAPH = 30;
  private static final int OF_BYTE = 3;

  /** A longer stretch is cut. */
  private static final int LONGEST_STRETCH = MOST / OF_BYTE / 2;

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
   * @param goesOn whether its last line does, in the next part
   */
  record AnnotatedPart(int start, int end, boolean goesOn) {}

  AnnotatedParts(AnnotatedVersion annotated) {
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
    int ofParagraph = OF_PARAGRAPH;
    size += OF_PARAGRAPH;
    for (int at = paragraphStart; at < paragraphEnd; ) {
      int end = stretchEnd(at, paragraphEnd);
      int ofStretch = (end - at) * OF_BYTE + (isMarked(at) ? OF_RUN : 0);
      if (size + ofStretch > MOST && paragraphStart > start) {
        close(paragraphStart);
        size = ofParagraph;
      }
      if (size + ofStretch > MOST && at > start) {
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
    if (end - at <= LONGEST_STRETCH) {
      return end;
    }
    end = at + LONGEST_STRETCH;
    // Not inside of a character.
    while (end > at + LONGEST_STRETCH / 2 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }

  /** Whether a mark starts here: with a run, and after a blank line. */
  private boolean isMarked(int at) {
    return runs.get(run).start() == at || (at > 1 && bytes[at - 1] == '\n' && endsLine(at - 2));
  }

  private boolean endsLine(int at) {
    return bytes[at] == '\n' || (at > 0 && bytes[at] == '\r' && bytes[at - 1] == '\n');
  }

  private void close(int end) {
    boolean goesOn = end > start && end < bytes.length && bytes[end - 1] != '\n';
    parts.add(new AnnotatedPart(start, end, goesOn));
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

  /** Where the paragraphs of a part end; the last one where the part does. */
  int[] paragraphEnds(AnnotatedPart part) {
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
