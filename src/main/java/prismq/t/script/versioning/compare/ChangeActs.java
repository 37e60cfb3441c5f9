package prismq.t.script.versioning.compare;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.ReadingText;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/** What can be done with one change, in the same words in every view. */
final class ChangeActs {
  /** Length of the text whose history is linked, in characters. */
  private static final int MAX_PHRASE = 1_000;

  private final String passageHistory = Messages.text("common.passage_history");
  private final String restoreText = Messages.text("compare.restore_text");
  private final String undoChange = Messages.text("compare.undo_change");
  private final Diff diff;
  private final Html html;
  private final @Nullable DiffLinks links;

  ChangeActs(Diff diff, Html html, @Nullable DiffLinks links) {
    this.diff = diff;
    this.html = html;
    this.links = links;
  }

  /** All acts, as a paragraph below a block; nothing where there is no page to lead to. */
  void write(Block block, Change change) {
    if (links == null || (links.restoreUrl() == null && links.scriptId() == null)) {
      return;
    }
    html.raw("<p class=\"acts\">");
    undo(change);
    String passage = passage(block);
    @Nullable String phraseUrl = passage.isBlank() ? null : links.phraseUrl(passage);
    if (phraseUrl != null) {
      html.raw(" <a class=\"passage-history\" href=\"").text(phraseUrl);
      html.raw("\">").text(passageHistory).raw("</a>");
    }
    html.raw("</p>\n");
  }

  /** The link that undoes the change; nothing where there is no page to lead to. */
  void undo(Change change) {
    @Nullable String restoreUrl = links == null ? null : links.restoreUrl();
    if (restoreUrl == null) {
      return;
    }
    boolean isGone = change.type() == Change.Type.DELETED;
    html.raw(isGone ? "<a class=\"restore always\" href=\"" : "<a class=\"restore\" href=\"");
    html.text(restoreUrl + change.id()).raw("\">");
    html.text(isGone ? restoreText : undoChange).raw("</a>");
  }

  /** The first paragraph of a block, as it is now, or as it was where it is gone. */
  private String passage(Block block) {
    ReadingText reading = diff.reading();
    String text =
        block.toLines().isEmpty()
            ? reading.from(reading.fromPart(block.fromLines()))
            : reading.to(reading.toPart(block.toLines()));
    String stripped = text.replace(Paragraphs.SOFT_BREAK, '\n').strip();
    int end = stripped.indexOf("\n\n");
    String first = end < 0 ? stripped : stripped.substring(0, end);
    return first.length() <= MAX_PHRASE
        ? first
        : first.substring(0, first.offsetByCodePoints(0, MAX_PHRASE / 2)).strip();
  }
}
