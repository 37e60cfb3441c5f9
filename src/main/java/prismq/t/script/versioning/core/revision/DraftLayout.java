package prismq.t.script.versioning.core.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.ElementTexts;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.PageItem;
import prismq.t.script.versioning.core.fountain.PageItem.OmittedItem;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;
import prismq.t.script.versioning.core.fountain.PageSheet;
import prismq.t.script.versioning.core.fountain.PageStretch;
import prismq.t.script.versioning.core.fountain.PrintedLine;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedCell;
import prismq.t.script.versioning.core.fountain.PrintedPage;
import prismq.t.script.versioning.core.fountain.PrintedPage.PrintedSheet;
import prismq.t.script.versioning.core.fountain.Screenplay;

/** The pages of a draft, with their labels and the words with which they begin. */
final class DraftLayout {
  private final DraftWords words;
  private final SceneNumbers numbers;
  private final LabelScheme scheme;
  private final WordRevisions revisions;
  private final ElementTexts texts;
  private final List<LaidSheet> sheets = new ArrayList<>();

  private DraftLayout(
      DraftWords words, SceneNumbers numbers, LabelScheme scheme, WordRevisions revisions) {
    this.words = words;
    this.numbers = numbers;
    this.scheme = scheme;
    this.revisions = revisions;
    this.texts = new ElementTexts(words.screenplay.source());
  }

  /**
   * A page.
   *
   * @param last its label, or the last of those that it stands for
   * @param issue the revision in which it was printed last
   */
  private record LaidSheet(
      LockedLabel first, LockedLabel last, int start, List<RevisedLine> lines, int issue) {
    String label(LabelScheme scheme) {
      String text = first.text(scheme);
      return first.equals(last) ? text : text + "–" + last.text(scheme);
    }

    LaidSheet issued(int revision) {
      return new LaidSheet(first, last, start, lines, revision);
    }

    boolean isPrintedAs(LaidSheet other) {
      if (lines.size() != other.lines.size()) {
        return false;
      }
      for (int i = 0; i < lines.size(); i++) {
        if (!look(lines.get(i).line()).equals(look(other.lines.get(i).line()))) {
          return false;
        }
      }
      return true;
    }

    private static List<Object> look(PrintedLine line) {
      List<Object> look = new ArrayList<>();
      look.add(line.number());
      for (PrintedCell cell : line.cells()) {
        look.add(cell.column());
        look.add(cell.runs());
      }
      return look;
    }
  }

  /** A run of labels that share the words from one on. */
  private record LockedStretch(LockedLabel first, LockedLabel last, int start) {}

  DraftWords words() {
    return words;
  }

  /** The first draft, paged as it comes. */
  static DraftLayout first(DraftWords words, SceneNumbers numbers, LabelScheme scheme) {
    DraftLayout layout = new DraftLayout(words, numbers, scheme, WordRevisions.none(words.size()));
    layout.addPages();
    return layout;
  }

  /** The next one. */
  static DraftLayout next(
      DraftLayout before, WordMoves moves, SceneNumbers numbers, int revision, boolean isLocked) {
    BitSet pageStarts = new BitSet();
    before.sheets.forEach(sheet -> pageStarts.set(sheet.start));
    WordRevisions revisions = before.revisions.next(moves, revision, pageStarts);
    DraftLayout layout = new DraftLayout(moves.to, numbers, before.scheme, revisions);
    if (isLocked && !before.sheets.isEmpty()) {
      layout.addLockedPages(before, moves);
    } else {
      layout.addPages();
    }
    Map<String, LaidSheet> known = new HashMap<>();
    before.sheets.forEach(sheet -> known.put(sheet.label(before.scheme), sheet));
    for (int i = 0; i < layout.sheets.size(); i++) {
      LaidSheet sheet = layout.sheets.get(i);
      @Nullable LaidSheet old = known.get(sheet.label(before.scheme));
      boolean isSame = old != null && sheet.isPrintedAs(old);
      layout.sheets.set(i, sheet.issued(isSame && old != null ? old.issue : revision));
    }
    return layout;
  }

  private void addPages() {
    LockedStretch all = new LockedStretch(LockedLabel.of(1), LockedLabel.of(1), 0);
    addStretch(all, null, words.size());
  }

  private void addLockedPages(DraftLayout before, WordMoves moves) {
    List<LockedStretch> stretches = new ArrayList<>();
    @Nullable LockedLabel pending = null;
    int count = before.sheets.size();
    int start = 0;
    for (int i = 0; i < count; i++) {
      LaidSheet sheet = before.sheets.get(i);
      int end =
          i + 1 < count
              ? Math.max(start, moves.pageStart(before.sheets.get(i + 1).start))
              : words.size();
      int last = stretches.size() - 1;
      if (start < end || (i + 1 == count && last < 0)) {
        stretches.add(
            new LockedStretch(pending == null ? sheet.first : pending, sheet.last, start));
        pending = null;
      } else if (last >= 0) {
        LockedStretch shrunk = stretches.get(last);
        stretches.set(last, new LockedStretch(shrunk.first, sheet.last, shrunk.start));
      } else {
        pending = pending == null ? sheet.first : pending;
      }
      start = end;
    }
    for (int i = 0; i < stretches.size(); i++) {
      boolean isLast = i + 1 == stretches.size();
      @Nullable LockedStretch next = isLast ? null : stretches.get(i + 1);
      addStretch(stretches.get(i), next, next == null ? words.size() : next.start);
    }
  }

  private void addStretch(LockedStretch stretch, @Nullable LockedStretch next, int end) {
    List<PageItem> items = new ArrayList<>();
    for (int i = words.itemAt(stretch.start); i < words.items.size(); i++) {
      int from = words.itemStarts[i];
      if (from > end) {
        break;
      }
      int to = words.itemStarts[i + 1];
      boolean isEmpty = from == to;
      boolean isIn =
          isEmpty
              ? from >= stretch.start && (from < end || next == null)
              : from < end && to > stretch.start;
      if (isIn) {
        PageItem item = words.items.get(i);
        boolean isCut = !isEmpty && (from < stretch.start || to > end);
        items.add(isCut ? cut(item, stretch.start, end) : item);
      }
    }
    PageStretch source = source(stretch.start, end);
    Screenplay screenplay = words.screenplay;
    LockedLabel label = stretch.last;
    boolean isFirst = true;
    for (PrintedSheet printed : PrintedPage.of(screenplay, texts, items, source, numbers::at)) {
      if (!isFirst) {
        label = LockedLabel.between(label, next == null ? null : next.first, scheme);
      }
      int start = isFirst ? stretch.start : start(printed.sheet(), printed.lines());
      List<RevisedLine> lines = printed.lines().stream().map(this::revised).toList();
      sheets.add(new LaidSheet(isFirst ? stretch.first : label, label, start, lines, 0));
      isFirst = false;
    }
  }

  /** Of the source, from one word to another. */
  private PageStretch source(int start, int end) {
    boolean isCutBefore = isWithinItem(start);
    boolean isCutBehind = isWithinItem(end);
    return new PageStretch(
        isCutBefore ? place(start) : 0,
        isCutBehind ? place(end) : Integer.MAX_VALUE,
        isCutBefore,
        isCutBehind);
  }

  private boolean isWithinItem(int word) {
    return word > 0
        && word < words.size()
        && words.words.get(word).item() == words.words.get(word - 1).item();
  }

  /** Where a word begins, or its element if it is the first one. */
  private int place(int word) {
    PrintedWord found = words.words.get(word);
    return found.isFirst() ? words.elements.get(found.element()).start() : found.start();
  }

  private PageItem cut(PageItem item, int start, int end) {
    if (item instanceof PageParagraph paragraph) {
      return new PageParagraph(paragraph.type(), cut(paragraph.lines(), start, end));
    }
    return item instanceof Speech speech
        ? new Speech(speech.cue(), cut(speech.lines(), start, end))
        : item;
  }

  private List<FountainElement> cut(List<FountainElement> lines, int start, int end) {
    int from = isWithinItem(start) ? place(start) : 0;
    int to = isWithinItem(end) ? place(end) : Integer.MAX_VALUE;
    return lines.stream().filter(line -> line.end() > from && line.start() < to).toList();
  }

  private int start(PageSheet sheet, List<PrintedLine> lines) {
    if (sheet.parts().get(0).item() instanceof OmittedItem omitted) {
      String key = DraftWords.omittedKey(omitted.number());
      for (int i = 0; i < words.size(); i++) {
        if (words.words.get(i).key().equals(key)) {
          return i;
        }
      }
    }
    boolean isContinued = sheet.parts().get(0).isContinued();
    boolean isSpeech = sheet.parts().get(0).item() instanceof Speech;
    for (PrintedLine line : lines) {
      for (PrintedCell cell : line.cells()) {
        boolean isRepeated = isContinued && isSpeech && cell.type().isCue();
        if (!isRepeated && cell.start() < cell.end()) {
          return words.wordAt(cell.start());
        }
      }
    }
    return words.size();
  }

  private RevisedLine revised(PrintedLine line) {
    int last = 0;
    for (PrintedCell cell : line.cells()) {
      int from = words.wordAt(cell.start());
      if (cell.start() < cell.end()) {
        int to = from;
        while (to < words.size() && words.words.get(to).start() < cell.end()) {
          to++;
        }
        last = Math.max(last, revisions.of(from, to));
      }
    }
    return new RevisedLine(line, Math.max(last, ofNumber(line)));
  }

  /** A scene number that its author changed, and what stands in place of a scene. */
  private int ofNumber(PrintedLine line) {
    if (line.number().isEmpty()) {
      return 0;
    }
    PrintedCell cell = line.cells().get(0);
    int word = words.wordAt(cell.end());
    if (cell.start() == cell.end()) {
      String key = DraftWords.omittedKey(line.number());
      for (int i = word - 1; i >= 0 && words.words.get(i).isOmitted(); i--) {
        if (words.words.get(i).key().equals(key)) {
          return revisions.of(i, i + 1);
        }
      }
      return 0;
    }
    boolean isNumber =
        word < words.size() && words.words.get(word).key().equals("#" + line.number());
    return isNumber ? revisions.of(word, word + 1) : 0;
  }

  /** What has to be printed of it. */
  RevisedDraft draft(int revision, @Nullable DraftLayout before) {
    Set<String> old = new LinkedHashSet<>();
    if (before != null) {
      before.sheets.forEach(sheet -> old.add(sheet.label(before.scheme)));
    }
    List<RevisedSheet> shown = new ArrayList<>();
    List<String> replaced = new ArrayList<>();
    List<String> inserted = new ArrayList<>();
    Set<String> own = new LinkedHashSet<>();
    for (LaidSheet sheet : sheets) {
      String label = sheet.label(scheme);
      own.add(label);
      boolean isRevised = before == null || sheet.issue == revision;
      shown.add(new RevisedSheet(label, sheet.issue, isRevised, sheet.lines));
      if (before != null && !old.contains(label)) {
        inserted.add(label);
      } else if (before != null && isRevised) {
        replaced.add(label);
      }
    }
    List<String> removed = old.stream().filter(label -> !own.contains(label)).toList();
    return new RevisedDraft(revision, words.screenplay, shown, replaced, inserted, removed);
  }
}
