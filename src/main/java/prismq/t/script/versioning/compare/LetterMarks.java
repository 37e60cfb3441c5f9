package prismq.t.script.versioning.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.BlockPart;
import prismq.t.script.versioning.core.diff.WordEdit;
import prismq.t.script.versioning.core.text.LetterPositions;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.web.Html;

/**
 * Says of what a comparison shows how many letters stand before it in both texts, so that comments
 * find their words there.
 */
final class LetterMarks {
  private static final LetterMarks NONE = new LetterMarks(null, null);

  private final @Nullable LetterPositions from;
  private final @Nullable LetterPositions to;

  private LetterMarks(@Nullable LetterPositions from, @Nullable LetterPositions to) {
    this.from = from;
    this.to = to;
  }

  /** Nothing is said where nobody can comment, or the texts are not shown as they are. */
  static LetterMarks of(
      ScriptText from, ScriptText to, ViewOptions options, @Nullable DiffLinks links) {
    if (links == null || !links.isCommentable()) {
      return NONE;
    }
    // Where changes are ignored, the left text is not shown whole.
    boolean isLeftWhole = options.ignored().isEmpty() && from.exactlyDecoded();
    return new LetterMarks(
        isLeftWhole ? LetterPositions.of(from) : null,
        to.exactlyDecoded() ? LetterPositions.of(to) : null);
  }

  /** Adds attributes for a part of a block. */
  void write(Html html, Block block, BlockPart part) {
    switch (block.kind()) {
      case DELETED, MOVED_AWAY -> write(html, part.fromStart(), -1);
      case CHANGED -> write(html, fromStart(block.words(), part), part.toStart());
      case UNCHANGED, INSERTED, MOVED_HERE -> write(html, -1, part.toStart());
    }
  }

  /**
   * Where a part of changed words starts on the left, which differs from the right in edits only.
   */
  private static int fromStart(List<WordEdit> words, BlockPart part) {
    WordEdit last = words.get(0);
    for (WordEdit edit : words) {
      if (edit.toStart() < part.toStart() && part.toStart() < edit.toEnd()) {
        return part.fromStart();
      }
      if (edit.toStart() >= part.toStart() && edit.fromStart() >= part.fromStart()) {
        return edit.fromStart() - (edit.toStart() - part.toStart());
      }
      last = edit;
    }
    return last.fromEnd() + part.toStart() - last.toEnd();
  }

  /**
   * Adds attributes for what starts at these positions of the exact texts.
   *
   * @param fromStart in the left one; -1 where it is not shown
   * @param toStart in the right one; -1 likewise
   */
  void write(Html html, int fromStart, int toStart) {
    if (from != null && fromStart >= 0) {
      html.raw(" data-from=\"").raw(from.before(fromStart)).raw("\"");
    }
    if (to != null && toStart >= 0) {
      html.raw(" data-to=\"").raw(to.before(toStart)).raw("\"");
    }
  }
}
