package prismq.t.script.versioning.comment;

import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.Drawn;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/** Shows what a suggestion would change, by word, between the words before and after it. */
final class SuggestedWords {
  /** As many code points before or after it are not all of the paragraph. */
  private static final int LONG = 60;

  private final Html html = new Html();
  private final String removed = Messages.text("compare.mark.removed");
  private final String added = Messages.text("compare.mark.added");

  private SuggestedWords() {}

  /** As HTML, all text escaped. */
  static String html(Suggestion suggestion) {
    SuggestedWords words = new SuggestedWords();
    words.around(Suggestion.lines(suggestion.anchor().before()), true);
    Diff diff =
        new DiffGenerator()
            .diff(
                ScriptText.of(Suggestion.lines(suggestion.anchor().quote())),
                ScriptText.of(suggestion.replacement()));
    for (Block block : diff.blocks()) {
      for (Segment segment : Drawn.segments(diff.segments(block))) {
        words.segment(kind(block, segment), segment.text());
      }
    }
    words.around(Suggestion.lines(suggestion.anchor().after()), false);
    return words.html.toString();
  }

  private static SegmentKind kind(Block block, Segment segment) {
    return switch (block.kind()) {
      case MOVED_AWAY -> SegmentKind.DELETED;
      case MOVED_HERE ->
          segment.kind() == SegmentKind.DELETED ? SegmentKind.DELETED : SegmentKind.INSERTED;
      case UNCHANGED, CHANGED, DELETED, INSERTED -> segment.kind();
    };
  }

  /** The words of the same paragraph that stand beside it. */
  private void around(String text, boolean isBefore) {
    int paragraph = isBefore ? text.lastIndexOf("\n\n") : text.indexOf("\n\n");
    String near =
        paragraph < 0
            ? text
            : isBefore ? text.substring(paragraph + 2) : text.substring(0, paragraph);
    html.raw("<span class=\"around\">").text(whole(near, isBefore)).raw("</span>");
  }

  /** Without the part of a word that a stretch which was cut off begins or ends with. */
  private static String whole(String near, boolean isBefore) {
    int space = isBefore ? near.indexOf(' ') : near.lastIndexOf(' ');
    if (near.codePointCount(0, near.length()) < LONG || space < 0) {
      return near;
    }
    return isBefore ? "…" + near.substring(space) : near.substring(0, space) + " …";
  }

  private void segment(SegmentKind kind, String text) {
    switch (kind) {
      case UNCHANGED -> html.text(text);
      case DELETED -> {
        mark("del", removed, text);
        html.raw("<wbr>");
      }
      case INSERTED -> mark("ins", added, text);
    }
  }

  private void mark(String element, String said, String text) {
    html.raw("<").raw(element).raw("><span class=\"hidden\">").text(said).raw(" </span>");
    html.text(text).raw("</").raw(element).raw(">");
  }
}
