package prismq.t.script.versioning.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.reading.PageMarks.AddedText;
import prismq.t.script.versioning.reading.PageMarks.MovedHere;
import prismq.t.script.versioning.reading.PageMarks.RemovedText;
import prismq.t.script.versioning.web.Html;

/**
 * Writes the words of compared Markdown with their marks.
 *
 * @param removedAt what was removed before a character on the right
 * @param movedAt what stood elsewhere and begins with a character on the right
 */
record MarkdownWriting(
    MarkdownWords from,
    MarkdownWords to,
    MarkdownChanges changes,
    FormattingChanges formatting,
    PageMarks marks,
    Map<Integer, List<RemovedNode>> removedAt,
    Map<Integer, MovedHere> movedAt,
    ChangeMarks written) {
  NodeRenderer renderer(HtmlNodeRendererContext context) {
    return new MarkedWordRenderer(context);
  }

  private final class MarkedWordRenderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    MarkedWordRenderer(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(
          Text.class,
          Code.class,
          FencedCodeBlock.class,
          IndentedCodeBlock.class,
          HtmlBlock.class,
          HtmlInline.class,
          SoftLineBreak.class,
          HardLineBreak.class,
          RemovedNode.class);
    }

    @Override
    public void render(Node node) {
      Html html = new Html();
      if (node instanceof RemovedNode part) {
        addRemoved(html, part);
      } else if (node instanceof Code) {
        html.raw("<code>");
        addWords(html, node);
        html.raw("</code>");
      } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
        context.getWriter().line();
        context.getWriter().tag("pre", context.extendAttributes(node, "pre", Map.of()));
        html.raw("<code>");
        addWords(html, node);
        addParts(html, node);
        html.raw("</code></pre>\n");
      } else if (node instanceof HtmlBlock) {
        if (!MarkdownWords.isComment(node)) {
          context.getWriter().line();
          context.getWriter().tag("p", context.extendAttributes(node, "p", Map.of()));
          addWords(html, node);
          addParts(html, node);
          html.raw("</p>\n");
        }
      } else {
        html.raw(node instanceof HardLineBreak ? "<br>" : "");
        addWords(html, node);
      }
      context.getWriter().raw(html.toString());
    }
  }

  private void addParts(Html html, Node leaf) {
    for (Node child = leaf.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof RemovedNode part) {
        addRemoved(html, part);
      }
    }
  }

  private static int length(Node node) {
    if (node instanceof Text words) {
      return words.getLiteral().length();
    }
    if (node instanceof Code code) {
      return code.getLiteral().length();
    }
    if (node instanceof FencedCodeBlock block) {
      return block.getLiteral().length();
    }
    if (node instanceof IndentedCodeBlock block) {
      return block.getLiteral().length();
    }
    if (node instanceof HtmlBlock block) {
      return block.getLiteral().length();
    }
    return node instanceof HtmlInline html ? html.getLiteral().length() : 1;
  }

  private void addWords(Html html, Node node) {
    @Nullable Integer start = to.startOf(node);
    @Nullable Integer old = from.startOf(node);
    if (start != null) {
      addMarked(html, start, start + length(node));
    } else if (old != null) {
      addOld(html, old, old + length(node));
    }
  }

  private void addMarked(Html html, int start, int end) {
    int at = start;
    while (at < end) {
      @Nullable MovedHere here = movedAt.get(at);
      if (here != null) {
        written.addMovedHere(html, here.move(), here.change());
      }
      removedAt.getOrDefault(at, List.of()).forEach(part -> addRemoved(html, part));
      int added = changes.added(at);
      @Nullable String note = formatting.note(at);
      int next = at + 1;
      while (next < end
          && changes.added(next) == added
          && Objects.equals(formatting.note(next), note)
          && !removedAt.containsKey(next)) {
        next++;
      }
      addRun(html, at, next, note);
      at = next;
    }
  }

  private void addRun(Html html, int start, int end, @Nullable String note) {
    int added = changes.added(start);
    if (added != MarkdownChanges.NONE) {
      AddedText mark = marks.added().get(added);
      written.startAdded(html, mark.move(), mark.change());
      html.text(to.text(start, end)).raw("</ins>");
    } else if (note != null) {
      html.raw("<span class=\"reformatted\"").raw(written.idOf(changes.change(start))).raw(">");
      html.text(to.text(start, end)).raw("</span>");
      if (!note.equals(formatting.note(end))) {
        html.raw("<small class=\"formatting\">").text(note).raw("</small>");
      }
    } else {
      html.text(to.text(start, end));
    }
  }

  private void addRemoved(Html html, RemovedNode part) {
    RemovedText removed = part.removed();
    if (removed.isAway()) {
      html.raw("<span").raw(written.idOf(removed.change())).raw(">");
      written.addMovedAway(html, removed.move(), from.text(part.start(), part.end()));
      html.raw("</span>");
    } else {
      addOld(html, part.start(), part.end());
    }
  }

  /** Words of the left text, which were removed. */
  private void addOld(Html html, int start, int end) {
    int at = start;
    while (at < end) {
      int mark = changes.removed(at);
      int next = at + 1;
      while (next < end && changes.removed(next) == mark) {
        next++;
      }
      if (mark == MarkdownChanges.NONE) {
        html.text(from.text(at, next));
      } else {
        RemovedText removed = marks.removed().get(mark);
        written.startRemoved(html, removed.move(), removed.change());
        html.text(from.text(at, next)).raw("</del>");
      }
      at = next;
    }
  }
}
