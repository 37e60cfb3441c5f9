package prismq.t.script.versioning.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.ProseEntry.EntryKind;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Numbers;

/**
 * A piece of the prose view as HTML. It has up to thousands of marks, which would take a template
 * most of the time of the page.
 */
final class ProseHtml {
  private final Diff diff;
  private final ViewOptions options;
  private final ShownChanges shown;
  private final ProsePlaces places;
  private final @Nullable DiffLinks links;
  private final Numbers numbers = new Numbers();
  private final Html html = new Html();
  private final Set<String> movesShown = new HashSet<>();
  private final MarkWords words = MarkWords.now();
  private final ProseText prose = new ProseText(html);
  private final ChangeActs acts;
  private final SectionNames sections;
  private final LetterMarks letters;
  private @Nullable String sectionShown;

  private ProseHtml(
      Comparison comparison,
      ViewOptions options,
      ShownChanges shown,
      ProsePlaces places,
      @Nullable DiffLinks links) {
    this.diff = comparison.diff();
    this.options = options;
    this.shown = shown;
    this.places = places;
    this.links = links;
    this.acts = new ChangeActs(diff, html, links);
    this.letters = LetterMarks.of(comparison.from(), comparison.to(), options, links);
    this.sections = new SectionNames(diff, comparison.isFountain());
  }

  /**
   * The requested piece.
   *
   * @param links null where there is no page to lead to, as in a preview
   */
  static String of(
      Comparison comparison,
      ViewOptions options,
      ShownChanges shown,
      ProsePlaces places,
      @Nullable DiffLinks links) {
    ProseHtml piece = new ProseHtml(comparison, options, shown, places, links);
    piece.entries(places.entries(options.piece()));
    return piece.html.toString();
  }

  private void entries(List<ProseEntry> entries) {
    @Nullable Block stretch = null;
    for (int i = 0; i < entries.size(); i++) {
      ProseEntry entry = entries.get(i);
      if (stretch != null && (!entry.isInStretch() || !stretch.equals(entry.block()))) {
        html.raw("</div>\n");
        stretch = null;
      }
      if (entry.isInStretch() && stretch == null) {
        stretch = entry.block();
        html.raw("<div class=\"stretch\"");
        // A long one may span several pieces; it is unfolded in the piece that has its fold.
        if (hasFold(entries.subList(i, entries.size()), stretch)) {
          html.raw(" id=\"stretch-").raw(stretch.toStart()).raw("\"");
        }
        html.raw(">\n");
      }
      switch (entry.kind()) {
        case UNCHANGED, UNFOLDED -> unchanged(entry);
        case FOLD -> fold(entry);
        case CHANGE, CHANGE_CONTINUES -> change(entry);
      }
      if (entry.part().continues()) {
        html.raw("<p class=\"hint goes-on\">");
        html.text(Messages.text("compare.goes_on")).raw("</p>\n");
      }
    }
    if (stretch != null) {
      html.raw("</div>\n");
    }
  }

  private static boolean hasFold(List<ProseEntry> entries, Block stretch) {
    for (ProseEntry entry : entries) {
      if (!entry.isInStretch() || !entry.block().equals(stretch)) {
        return false;
      }
      if (entry.kind() != EntryKind.UNCHANGED) {
        return true;
      }
    }
    return false;
  }

  private void unchanged(ProseEntry entry) {
    html.raw("<div class=\"unchanged");
    passage(entry, List.of(Segment.unchanged(diff.reading().to(entry.part()))));
    html.raw("</div>\n");
  }

  private void fold(ProseEntry entry) {
    String what = numbers.count(entry.paragraphs(), "unchanged paragraph");
    if (links == null) {
      html.raw("<p class=\"fold\">").text(what).raw("</p>\n");
      return;
    }
    int line = entry.block().toStart();
    String url = options.unfolding(line).addTo(links.url());
    String stretch = "#stretch-" + line;
    html.raw("<p class=\"fold\"><a href=\"").text(url + stretch);
    html.raw("\" hx-get=\"").text(url).raw("\" hx-target=\"").text(stretch);
    html.raw("\" hx-select=\"").text(stretch).raw("\" hx-swap=\"outerHTML\">");
    html.text(what).raw("<span class=\"hidden\">").text(Messages.text("compare.show_them"));
    html.raw("</span></a></p>\n");
  }

  private void change(ProseEntry entry) {
    Block block = entry.block();
    Change change = diff.changes().get(block.change() - 1);
    boolean isFirstBlock = change.blocks().get(0).equals(block);
    boolean isStart = entry.kind() == EntryKind.CHANGE;
    html.raw("<section class=\"change ").raw(cssClass(block.kind()));
    html.raw(!isStart || (!isFirstBlock && !isMoved(block)) ? " goes-on\"" : "\"");
    if (isStart && (isFirstBlock || isMoved(block))) {
      head(block, change, isFirstBlock);
    } else {
      html.raw(">");
    }
    boolean isAway = block.kind() == Block.Kind.MOVED_AWAY;
    html.raw(isAway ? "<div class=\"from-here\">" : "");
    if (isStart && isMoved(block)) {
      move(block, change);
    }
    html.raw("<div class=\"passage");
    passage(entry, diff.reading().segments(block, entry.part()));
    html.raw(isAway ? "</div></div>\n" : "</div>\n");
    if (isStart && isFirstBlock) {
      acts.write(block, change);
    }
    html.raw("</section>\n");
  }

  private static boolean isMoved(Block block) {
    return block.kind() == Block.Kind.MOVED_AWAY || block.kind() == Block.Kind.MOVED_HERE;
  }

  private static String cssClass(Block.Kind kind) {
    return switch (kind) {
      case UNCHANGED -> "unchanged";
      case CHANGED -> "changed";
      case DELETED -> "deleted";
      case INSERTED -> "inserted";
      case MOVED_AWAY -> "moved away";
      case MOVED_HERE -> "moved here";
    };
  }

  private void head(Block block, Change change, boolean isFirstBlock) {
    int position = shown.position(change.number());
    html.raw(" id=\"change-").raw(change.number()).raw(isFirstBlock ? "\"" : "-other\"");
    String what = ChangeWords.of(diff, change, block);
    html.raw(" tabindex=\"-1\" aria-label=\"");
    html.text(Messages.text("compare.change_label", position, shown.size(), what)).raw("\"");
    if (isFirstBlock) {
      html.raw(" data-change=\"").raw(change.number()).raw("\"");
    }
    html.raw(">\n<p class=\"about\">");
    section(block);
    html.raw("<span class=\"what\">").text(what).raw("</span> ");
    // Without JavaScript it makes this the change one is at.
    html.raw(
        links == null ? "<span" : "<a href=\"#change-" + change.number() + other(isFirstBlock));
    html.raw(links == null ? " class=\"count\">" : "\" class=\"count\">");
    html.raw(Messages.html("compare.change_count", position, shown.size()));
    html.raw(links == null ? "</span>" : "</a>").raw("</p>\n");
  }

  private static String other(boolean isFirstBlock) {
    return isFirstBlock ? "" : "-other";
  }

  /** Names the scene or section where it is another one than that of the change before. */
  private void section(Block block) {
    String name = sections.before(block.toStart());
    if (name == null || name.equals(sectionShown) || sections.isHeading(block.toStart())) {
      return;
    }
    sectionShown = name;
    html.raw("<span class=\"section\" dir=\"auto\">").text(name).raw("</span> ");
  }

  private void move(Block block, Change change) {
    boolean isFirst = change.blocks().get(0).equals(block);
    String other = isFirst ? "-other" : "";
    String text =
        block.kind() == Block.Kind.MOVED_AWAY
            ? Messages.text(isFirst ? "compare.moved_down" : "compare.moved_up")
            : Messages.text(isFirst ? "compare.moved_from_below" : "compare.moved_from_above");
    @Nullable String url = places.places().url(diff.otherEnd(block, block.move()), options, links);
    if (url == null) {
      html.raw("<span class=\"move\">").text(text).raw("</span> ");
      return;
    }
    html.raw("<a class=\"move\" href=\"").text(url + "#change-" + change.number() + other);
    html.raw("\">").text(text).raw("</a> ");
  }

  /** Ends the class attribute of an element, and writes what is in it. */
  private void passage(ProseEntry entry, List<Segment> segments) {
    Block block = entry.block();
    Segment last = segments.get(segments.size() - 1);
    int breaks = lineBreaksAtEnd(last.text());
    html.raw(breaks > 1 ? "\" dir=\"auto\"" : " tight\" dir=\"auto\"");
    letters.write(html, block, entry.part());
    html.raw(">");
    for (Segment segment : segments.subList(0, segments.size() - 1)) {
      segment(block, segment, segment.text(), false);
    }
    segment(block, last, withoutLineBreaksAtEnd(last), true);
  }

  private static int lineBreaksAtEnd(String text) {
    int breaks = 0;
    for (int i = text.length() - 1; i >= 0 && Character.isWhitespace(text.charAt(i)); i--) {
      breaks += text.charAt(i) == '\n' ? 1 : 0;
    }
    return breaks;
  }

  /** Where a line ends that a passage ends with anyway; of changed white space every sign stays. */
  private static String withoutLineBreaksAtEnd(Segment segment) {
    boolean isBlank = segment.text().isBlank();
    return segment.kind() != Segment.SegmentKind.UNCHANGED && isBlank
        ? segment.text()
        : segment.text().stripTrailing();
  }

  /** One end of a move of a sentence, which leads to the other one. */
  private void movedSentence(Block block, Segment segment, String text) {
    boolean isAway = segment.kind() == Segment.SegmentKind.DELETED;
    String end = isAway ? "-away" : "-here";
    html.raw(isAway ? "<del class=\"moved\"" : "<ins class=\"moved\"");
    if (movesShown.add(segment.move() + end)) {
      html.raw(" id=\"move-").raw(segment.move()).raw(end).raw("\"");
    }
    html.raw("><span class=\"hidden\">").text(isAway ? words.movedAway() : words.movedHere());
    html.raw(" </span>");
    Block other = diff.otherEnd(block, segment.move());
    @Nullable String url = places.places().url(other, options, links);
    if (url == null) {
      prose.plain(text);
    } else {
      html.raw("<a href=\"").text(url + "#move-" + segment.move() + (isAway ? "-here" : "-away"));
      html.raw("\">");
      prose.plain(text);
      html.raw("</a>");
    }
    html.raw(isAway ? "</del>" : "</ins>");
  }

  private void segment(Block block, Segment segment, String text, boolean isLast) {
    if (segment.kind() == Segment.SegmentKind.UNCHANGED || options.ignores(segment.category())) {
      if (segment.kind() != Segment.SegmentKind.DELETED) {
        prose.plain(text);
      }
      return;
    }
    boolean deleted = segment.kind() == Segment.SegmentKind.DELETED;
    if (segment.move() > 0) {
      movedSentence(block, segment, text);
      return;
    }
    boolean blank = text.isBlank();
    prose.startMark(deleted, text);
    if (blank) {
      prose.blanks(text, deleted || isLast);
    } else if (block.kind() == Block.Kind.INSERTED || block.kind() == Block.Kind.DELETED) {
      prose.plain(text);
    } else {
      prose.marked(text, deleted);
    }
    prose.endMark(deleted);
  }
}
