package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.align.TextAlignment;
import prismq.t.script.versioning.core.align.TokenSequence;

/** Groups paragraphs of both sides that have words of each other. */
final class ParagraphLinks {
  private static final int MAX_IN_PLACE = 4;

  private final int[] firstTo;
  private final int[] lastTo;
  private final int[] firstFrom;
  private final int[] lastFrom;

  private ParagraphLinks(int fromSize, int toSize) {
    this.firstTo = filled(fromSize, Integer.MAX_VALUE);
    this.lastTo = filled(fromSize, -1);
    this.firstFrom = filled(toSize, Integer.MAX_VALUE);
    this.lastFrom = filled(toSize, -1);
  }

  /** Paragraphs in a row on both sides that are the same ones, edited or not. */
  record Group(int fromStart, int fromEnd, int toStart, int toEnd) {}

  /** The groups in their order; what is in none was added or removed. */
  static List<Group> groups(Side from, Side to, ParagraphAnchors anchors, TextAlignment alignment) {
    ParagraphLinks links = new ParagraphLinks(from.size(), to.size());
    for (int i = 0; i < from.size(); i++) {
      if (anchors.of(i) >= 0) {
        links.link(i, anchors.of(i));
      }
    }
    links.linkByWords(alignment);
    links.linkWordless(alignment);
    links.linkBlankStart(from, to);
    links.linkInPlace(alignment);
    return links.groups();
  }

  private static int[] filled(int size, int value) {
    int[] filled = new int[size];
    Arrays.fill(filled, value);
    return filled;
  }

  private void link(int from, int to) {
    firstTo[from] = Math.min(firstTo[from], to);
    lastTo[from] = Math.max(lastTo[from], to);
    firstFrom[to] = Math.min(firstFrom[to], from);
    lastFrom[to] = Math.max(lastFrom[to], from);
  }

  private void linkByWords(TextAlignment alignment) {
    TokenSequence left = alignment.left();
    for (int token = 0; token < left.size(); token++) {
      int partner = alignment.keptAs(token);
      if (partner >= 0 && left.isWord(token)) {
        link(left.paragraph(token), alignment.right().paragraph(partner));
      }
    }
  }

  /** Paragraphs of signs only, such as a rule, are the same where one of their signs is. */
  private void linkWordless(TextAlignment alignment) {
    TokenSequence left = alignment.left();
    TokenSequence right = alignment.right();
    boolean[] leftHasWords = hasWords(left, lastTo.length);
    boolean[] rightHasWords = hasWords(right, lastFrom.length);
    int reached = -1;
    for (int token = 0; token < left.size(); token++) {
      int partner = alignment.keptAs(token);
      int from = left.paragraph(token);
      reached = Math.max(reached, lastTo[from]);
      if (partner < 0 || left.isBreak(token) || leftHasWords[from] || lastTo[from] >= 0) {
        continue;
      }
      int to = right.paragraph(partner);
      if (!rightHasWords[to] && lastFrom[to] < 0 && to > reached) {
        link(from, to);
      }
    }
  }

  /**
   * Where as many paragraphs were added as were removed, and each has something of the one in its
   * place, if only its bullet, they are the same ones; the full stop does not count.
   */
  private void linkInPlace(TextAlignment alignment) {
    int[] inPlace = new int[lastTo.length];
    TokenSequence left = alignment.left();
    for (int token = left.size() - 1; token >= 0; token--) {
      int partner = alignment.keptAs(token);
      boolean startsWord =
          partner >= 0
              && left.isText(token)
              && left.isAfterSpace(token)
              && alignment.right().isAfterSpace(partner);
      if (startsWord) {
        inPlace[left.paragraph(token)] = alignment.right().paragraph(partner) + 1;
      }
    }
    int fromAt = 0;
    int toAt = 0;
    for (Group group : groups()) {
      linkInPlace(fromAt, group.fromStart, toAt, group.toStart, inPlace);
      fromAt = group.fromEnd;
      toAt = group.toEnd;
    }
    linkInPlace(fromAt, lastTo.length, toAt, lastFrom.length, inPlace);
  }

  /** Blank lines belong to the paragraph before them, but for those that a text starts with. */
  private void linkBlankStart(Side from, Side to) {
    if (isOpenAndBlank(from, lastTo) && isOpenAndBlank(to, lastFrom)) {
      link(0, 0);
    }
  }

  private static boolean isOpenAndBlank(Side side, int[] last) {
    return last.length > 0
        && last[0] < 0
        && side.text().substring(side.start(0), side.end(0)).isBlank();
  }

  private void linkInPlace(int fromStart, int fromEnd, int toStart, int toEnd, int[] inPlace) {
    if (fromEnd - fromStart != toEnd - toStart || fromEnd - fromStart > MAX_IN_PLACE) {
      return;
    }
    for (int i = fromStart; i < fromEnd; i++) {
      if (inPlace[i] - 1 != toStart + i - fromStart) {
        return;
      }
    }
    for (int i = fromStart; i < fromEnd; i++) {
      link(i, toStart + i - fromStart);
    }
  }

  private static boolean[] hasWords(TokenSequence tokens, int paragraphs) {
    boolean[] hasWords = new boolean[paragraphs];
    for (int token = 0; token < tokens.size(); token++) {
      hasWords[tokens.paragraph(token)] |= tokens.isWord(token);
    }
    return hasWords;
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (true) {
      while (i < lastTo.length && lastTo[i] < 0) {
        i++;
      }
      while (j < lastFrom.length && lastFrom[j] < 0) {
        j++;
      }
      if (i == lastTo.length || j == lastFrom.length) {
        return groups;
      }
      Group group = closed(i, j);
      groups.add(group);
      i = group.fromEnd;
      j = group.toEnd;
    }
  }

  private Group closed(int fromStart, int toStart) {
    int fromEnd = fromStart;
    int toEnd = toStart;
    int fromLimit = fromStart + 1;
    int toLimit = toStart + 1;
    while (fromEnd < fromLimit || toEnd < toLimit) {
      while (fromEnd < fromLimit) {
        toLimit = Math.max(toLimit, lastTo[fromEnd++] + 1);
      }
      while (toEnd < toLimit) {
        fromLimit = Math.max(fromLimit, lastFrom[toEnd++] + 1);
      }
    }
    return new Group(fromStart, fromEnd, toStart, toEnd);
  }
}
