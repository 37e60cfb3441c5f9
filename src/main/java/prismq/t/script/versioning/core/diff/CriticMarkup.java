package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Writes a diff as its whole right text in CriticMarkup (criticmarkup.com): additions in {@code {++
 * ++}}, removals in {@code {-- --}}, what was replaced in {@code {~~ ~> ~~}}, and a comment in
 * {@code {>> <<}} before both ends of a move. Comments left out, accepting all of it gives exactly
 * the right text and rejecting all exactly the left one, byte for byte, as long as it is read once
 * from its start to its end.
 *
 * <p>CriticMarkup has no way to escape its signs, so those that are in the texts themselves are
 * broken up: an opening sign in unchanged text by the comment {@code {>>literal<<}} behind its
 * brace, and a sign in what is marked by a new mark of the same kind. A program that goes over the
 * text again and again, once for each kind of mark, may still take a sign of such a text for its
 * own; what has no such signs in it every program reads the same.
 */
public final class CriticMarkup {
  private static final List<String> OPENING = List.of("{++", "{--", "{~~", "{>>", "{==");

  private static final String LITERAL = "{>>literal<<}";

  private final Pieces from;
  private final Pieces to;
  private final List<Change> changes;
  private final StringBuilder out = new StringBuilder();

  private CriticMarkup(Diff diff) {
    this.from = diff.from();
    this.to = diff.to();
    this.changes = diff.changes();
  }

  /** The marked text as bytes; the right text itself where both are equal and have no signs. */
  public static byte[] write(Diff diff) {
    CriticMarkup markup = new CriticMarkup(diff);
    diff.blocks().forEach(markup::block);
    return markup.out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void block(Block block) {
    int fromStart = from.start(block.fromStart());
    int fromEnd = from.start(block.fromEnd());
    int toStart = to.start(block.toStart());
    int toEnd = to.start(block.toEnd());
    switch (block.kind()) {
      case UNCHANGED -> unchanged(toStart, toEnd);
      case CHANGED -> {
        int at = toStart;
        for (WordEdit edit : block.words()) {
          unchanged(at, edit.toStart());
          changed(edit);
          at = edit.toEnd();
        }
        unchanged(at, toEnd);
      }
      case DELETED -> marked("{--", left(fromStart, fromEnd), "--}");
      case INSERTED -> marked("{++", right(toStart, toEnd), "++}");
      case MOVED_AWAY -> {
        comment("moved to line ", changes.get(block.change() - 1).toLines().start());
        marked("{--", left(fromStart, fromEnd), "--}");
      }
      case MOVED_HERE -> {
        comment("moved from line ", changes.get(block.change() - 1).fromLines().start());
        marked("{++", right(toStart, toEnd), "++}");
      }
    }
  }

  private String left(int start, int end) {
    return from.text().substring(start, end);
  }

  private String right(int start, int end) {
    return to.text().substring(start, end);
  }

  private void comment(String text, int line) {
    out.append("{>>").append(text).append(line + 1).append("<<}");
  }

  private void unchanged(int start, int end) {
    String text = right(start, end);
    int at = 0;
    for (int i = text.indexOf('{'); i >= 0; i = text.indexOf('{', i + 1)) {
      if (isOpening(text, i)) {
        out.append(text, at, i + 1).append(LITERAL);
        at = i + 1;
      }
    }
    out.append(text, at, text.length());
  }

  private void changed(WordEdit edit) {
    String removed = left(edit.fromStart(), edit.fromEnd());
    String added = right(edit.toStart(), edit.toEnd());
    if (removed.isEmpty() || added.isEmpty() || hasSigns(removed) || hasSigns(added)) {
      marked("{--", removed, "--}");
      marked("{++", added, "++}");
    } else {
      out.append("{~~").append(removed).append("~>").append(added).append("~~}");
    }
  }

  private static boolean hasSigns(String text) {
    return text.indexOf('{') >= 0 || text.indexOf('}') >= 0 || text.contains("~>");
  }

  private void marked(String opening, String text, String closing) {
    if (text.isEmpty()) {
      return;
    }
    out.append(opening);
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(closing, i) || isOpening(text, i)) {
        out.append(text, at, i + 1).append(closing).append(opening);
        at = i + 1;
      }
    }
    out.append(text, at, text.length()).append(closing);
  }

  private static boolean isOpening(String text, int at) {
    return text.charAt(at) == '{' && OPENING.stream().anyMatch(sign -> text.startsWith(sign, at));
  }
}
