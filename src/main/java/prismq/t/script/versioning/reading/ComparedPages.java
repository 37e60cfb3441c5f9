package prismq.t.script.versioning.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.fountain.Emphasis;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainPiece;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.fountain.StyledRun;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.PageMarks.AddedText;
import prismq.t.script.versioning.reading.PageMarks.MovedHere;
import prismq.t.script.versioning.reading.PageMarks.RemovedText;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Numbers;

/**
 * The comparison of two screenplays as pages: the right one laid out, with what was added marked in
 * it and what was removed set in its place, as it was set before. A line that was removed whole
 * stands by itself, as long as it does not give way to another one of its kind.
 */
public final class ComparedPages {
  private static final Numbers NUMBERS = new Numbers();

  private final Screenplay from;
  private final Screenplay to;
  private final PageMarks marks;
  private final PageWriter page = new PageWriter();
  private final Map<Integer, Integer> scenes = new HashMap<>();
  private final ChangeMarks written = new ChangeMarks();
  private final PageFilter filter;

  /** The marks of lines that the filter hides. */
  private final ChangeMarks hidden = new ChangeMarks();

  private final Speakers fromSpeakers;
  private final Speakers toSpeakers;
  private final GivenLines given;

  /** Lines that were removed whole, and paragraphs that moved away, in order of their places. */
  private final List<RemovedText> whole = new ArrayList<>();

  /** What was removed from lines that stay, in order. */
  private final List<RemovedText> inLines = new ArrayList<>();

  private final int[] fromStarts;
  private final int[] toStarts;
  private int nextWhole;
  private int nextInLine;
  private int nextAdded;
  private int nextMoved;

  private ComparedPages(
      Screenplay from, Screenplay to, PageMarks marks, List<Scene> toScenes, PageFilter filter) {
    this.from = from;
    this.to = to;
    this.marks = marks;
    this.filter = filter;
    this.fromStarts = starts(from);
    this.toStarts = starts(to);
    this.fromSpeakers = Speakers.of(from);
    this.toSpeakers = Speakers.of(to);
    this.given =
        GivenLines.of(
            fromSpeakers,
            toSpeakers,
            marks,
            position -> elementAt(fromStarts, position),
            position -> elementAt(toStarts, position));
    for (int i = 0; i < toScenes.size(); i++) {
      scenes.put(toScenes.get(i).start(), i + 1);
    }
  }

  /**
   * Both texts as pages.
   *
   * @param reading the pages and what became of the scenes
   * @param unseen changes that are not on them: in notes, the outline, the title page or white
   *     space
   * @param filter what is shown of a screenplay
   * @param hidden changes that the filter hides
   * @param characters who speaks in one of the texts, in the order in which they begin
   */
  public record PageComparison(
      LaidOutText reading, int unseen, PageFilter filter, int hidden, List<String> characters) {
    /** A comparison of texts in which nobody speaks. */
    static PageComparison whole(LaidOutText reading, int unseen) {
      return new PageComparison(reading, unseen, PageFilter.NONE, 0, List.of());
    }

    /** The same with links that restore scenes; null for none. */
    public PageComparison restoring(@Nullable String url) {
      return new PageComparison(reading.restoring(url), unseen, filter, hidden, characters);
    }

    /** Says what the filter hides. */
    public String hiddenSentence() {
      return Messages.count("reading.hidden." + filter.word(), hidden, NUMBERS.whole(hidden));
    }
  }

  /** Lays a comparison out. */
  public static PageComparison of(
      Diff diff,
      TextFormat format,
      ScriptText from,
      ScriptText to,
      Predicate<ChangeCategory> isIgnored,
      int changesShown,
      PageFilter filter,
      int wordsPerMinute) {
    if (format != TextFormat.SCREENPLAY) {
      return ComparedMarkdown.of(diff, format, from, to, isIgnored, changesShown, wordsPerMinute);
    }
    Screenplay left = Screenplay.parse(from.inUtf8().characters());
    Screenplay right = Screenplay.parse(to.inUtf8().characters());
    List<Scene> fromScenes = Scenes.at(Scenes.of(left), wordsPerMinute);
    List<Scene> toScenes = Scenes.at(Scenes.of(right), wordsPerMinute);
    PageMarks marks = PageMarks.of(diff, from, to, isIgnored);
    ComparedPages pages = new ComparedPages(left, right, marks, toScenes, filter);
    pages.sortRemoved();
    pages.write();
    LaidOutText reading =
        LaidOutText.compared(
            TextFormat.SCREENPLAY,
            pages.page.html(),
            fromScenes,
            toScenes,
            pages.given.sentences(toScenes));
    int hidden = pages.hidden.countBeyond(pages.written);
    return new PageComparison(
        reading,
        Math.max(0, changesShown - pages.written.count() - hidden),
        filter,
        hidden,
        characters(toScenes, fromScenes));
  }

  private static List<String> characters(List<Scene> scenes, List<Scene> more) {
    Set<String> all = new LinkedHashSet<>();
    scenes.forEach(scene -> all.addAll(scene.characters()));
    more.forEach(scene -> all.addAll(scene.characters()));
    return List.copyOf(all);
  }

  private static int[] starts(Screenplay screenplay) {
    return screenplay.elements().stream().mapToInt(FountainElement::start).toArray();
  }

  private static int elementAt(int[] starts, int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  private void sortRemoved() {
    for (RemovedText removed : marks.removed()) {
      if (removed.isAway()) {
        whole.add(removed);
      } else {
        sort(removed);
      }
    }
  }

  private void sort(RemovedText removed) {
    List<FountainElement> elements = from.elements();
    int first = Math.max(0, elementAt(fromStarts, removed.start()));
    for (int i = first; i < elements.size() && elements.get(i).start() < removed.end(); i++) {
      FountainElement element = elements.get(i);
      int start = Math.max(removed.start(), element.start());
      int end = Math.min(removed.end(), element.end());
      if (element.type().isPrinted() && !text(element, start, end).isBlank()) {
        boolean isWhole = text(element, start, end).length() == from.text(element).length();
        RemovedText part =
            new RemovedText(
                removed.at(), start, end, removed.move(), removed.change(), removed.isAway());
        (isWhole && !isReplaced(removed.at(), element) ? whole : inLines).add(part);
      }
    }
  }

  /** Whether a line of the same kind stands where one was removed. */
  private boolean isReplaced(int at, FountainElement element) {
    int index = elementAt(toStarts, at);
    if (index < 0 || index >= to.elements().size()) {
      return false;
    }
    FountainElement there = to.elements().get(index);
    boolean isAdded = marks.isAddedAt(at);
    return there.type() == element.type() && isAdded && !to.text(there).isBlank();
  }

  private String text(FountainElement element, int start, int end) {
    StringBuilder text = new StringBuilder();
    for (FountainPiece piece : element.pieces()) {
      int pieceStart = Math.max(start, piece.start());
      int pieceEnd = Math.min(end, piece.end());
      if (piece.kind() == PieceKind.TEXT && pieceStart < pieceEnd) {
        text.append(from.source(), pieceStart, pieceEnd);
      }
    }
    return text.toString();
  }

  private void write() {
    for (int i = 0; i < to.elements().size(); i++) {
      FountainElement element = to.elements().get(i);
      writeWholeBefore(element.start() + 1);
      if (element.type() == FountainType.BLANK) {
        page.addBlank();
      } else if (element.type() == FountainType.PAGE_BREAK) {
        if (filter.isAll()) {
          page.addAlone("<hr class=\"page-end\">");
        }
      } else if (element.type().isPrinted()) {
        writeLine(element, i);
      }
      // What was removed at its end stands behind it.
      writeWholeBefore(element.end());
    }
    writeWholeBefore(Integer.MAX_VALUE);
  }

  private boolean isShown(FountainElement element, String speaker, String oldSpeaker) {
    FountainType type = element.type();
    boolean isSpoken = type.isCue() || type.isSpeech();
    return type == FountainType.HEADING
        || switch (filter.kind()) {
          case UNASKED, ALL -> true;
          case DIALOGUE -> isSpoken;
          case ACTION -> !isSpoken;
          case CHARACTER ->
              isSpoken
                  && (speaker.equals(filter.character()) || oldSpeaker.equals(filter.character()));
        };
  }

  private boolean isShown(RemovedText removed) {
    int index = Math.max(0, elementAt(fromStarts, removed.start()));
    List<FountainElement> elements = from.elements();
    while (removed.isAway()
        && !elements.get(index).type().isPrinted()
        && index + 1 < elements.size()
        && elements.get(index + 1).start() < removed.end()) {
      index++;
    }
    return isShown(elements.get(index), fromSpeakers.of(index), "");
  }

  private void writeWholeBefore(int position) {
    while (nextWhole < whole.size() && whole.get(nextWhole).at() < position) {
      RemovedText removed = whole.get(nextWhole++);
      if (!isShown(removed)) {
        hidden.idOf(removed.change());
        page.addHidden();
      } else if (removed.isAway()) {
        writeMovedAway(removed);
      } else {
        FountainElement element =
            from.elements().get(Math.max(0, elementAt(fromStarts, removed.start())));
        Html line = new Html();
        written.startRemoved(line, removed.move(), removed.change());
        StyledHtml.add(line, from.text(element));
        page.add(element.type(), "", line.raw("</del>").toString());
      }
    }
  }

  private void writeMovedAway(RemovedText removed) {
    Html html = new Html();
    html.raw("<p class=\"moved-away\"").raw(written.idOf(removed.change())).raw(">");
    written.addMovedAway(
        html, removed.move(), from.source().substring(removed.start(), removed.end()));
    page.addAlone(html.raw("</p>").toString());
  }

  private void writeLine(FountainElement element, int index) {
    boolean isShown = isShown(element, toSpeakers.of(index), given.oldName(index));
    ChangeMarks into = isShown ? written : hidden;
    Html line = new Html();
    @Nullable MovedHere moved = movedTo(element);
    String attributes =
        moved == null
            ? ""
            : " data-moved=\"" + (moved.start() >= element.start() ? "start" : "on") + "\"";
    if (element.type() == FountainType.HEADING) {
      attributes += " id=\"scene-" + scenes.getOrDefault(element.start(), 0) + "\"";
      writeNumber(line, element);
    }
    if (moved != null && moved.start() >= element.start() && moved.start() < element.end()) {
      into.addMovedHere(line, moved.move(), moved.change());
    }
    writeMarked(line, element, into);
    @Nullable String note = given.sentence(index);
    if (note != null) {
      line.raw("<small class=\"given\">").text(note).raw("</small>");
    }
    if (isShown) {
      page.add(element.type(), attributes, line.toString());
    } else {
      page.addHidden();
    }
  }

  private void writeNumber(Html line, FountainElement heading) {
    String number = heading.number(to.source());
    if (!number.isEmpty()) {
      line.raw("<span class=\"number\">").text(number).raw("</span> ");
    }
  }

  private @Nullable MovedHere movedTo(FountainElement element) {
    List<MovedHere> moved = marks.moved();
    while (nextMoved < moved.size() && moved.get(nextMoved).end() <= element.start()) {
      nextMoved++;
    }
    boolean isIn = nextMoved < moved.size() && moved.get(nextMoved).start() < element.end();
    return isIn ? moved.get(nextMoved) : null;
  }

  private void writeMarked(Html line, FountainElement element, ChangeMarks into) {
    String text = to.text(element);
    int[] places = places(element, text.length());
    for (StyledRun run : Emphasis.of(text)) {
      String style =
          (run.isBold() ? "b" : "") + (run.isItalic() ? "i" : "") + (run.isUnderlined() ? "u" : "");
      int at = run.start();
      while (at < run.end()) {
        writeRemovedBefore(line, places[at] + 1, into);
        @Nullable AddedText added = addedAt(places[at]);
        int end = at + 1;
        while (end < run.end()
            && Objects.equals(addedAt(places[end]), added)
            && !(nextInLine < inLines.size() && inLines.get(nextInLine).at() <= places[end])) {
          end++;
        }
        if (added != null) {
          into.startAdded(line, added.move(), added.change());
        }
        style.chars().forEach(tag -> line.raw("<").raw(Character.toString(tag)).raw(">"));
        line.text(text, at, end);
        for (int i = style.length() - 1; i >= 0; i--) {
          line.raw("</" + style.charAt(i) + ">");
        }
        line.raw(added == null ? "" : "</ins>");
        at = end;
      }
    }
    writeRemovedBefore(line, element.end(), into);
  }

  private static int[] places(FountainElement element, int length) {
    int[] places = new int[length];
    int at = 0;
    for (FountainPiece piece : element.pieces()) {
      for (int i = piece.start(); piece.kind() == PieceKind.TEXT && i < piece.end(); i++) {
        places[at++] = i;
      }
    }
    return places;
  }

  private @Nullable AddedText addedAt(int position) {
    List<AddedText> added = marks.added();
    while (nextAdded < added.size() && added.get(nextAdded).end() <= position) {
      nextAdded++;
    }
    boolean isIn = nextAdded < added.size() && added.get(nextAdded).start() <= position;
    return isIn ? added.get(nextAdded) : null;
  }

  private void writeRemovedBefore(Html line, int position, ChangeMarks into) {
    while (nextInLine < inLines.size() && inLines.get(nextInLine).at() < position) {
      RemovedText removed = inLines.get(nextInLine++);
      FountainElement element =
          from.elements().get(Math.max(0, elementAt(fromStarts, removed.start())));
      into.startRemoved(line, removed.move(), removed.change());
      StyledHtml.add(line, text(element, removed.start(), removed.end()));
      line.raw("</del>");
    }
  }
}
