package prismq.t.script.versioning.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.text.FrontMatter;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.reading.ComparedPages.PageComparison;
import prismq.t.script.versioning.reading.MarkdownWords.MarkdownLeaf;
import prismq.t.script.versioning.reading.PageMarks.MovedHere;
import prismq.t.script.versioning.reading.PageMarks.RemovedText;

/**
 * The comparison of two Markdown texts as pages: the right one laid out, with what was added marked
 * in it and what was removed set in its place, as it was set before. What is only set otherwise has
 * a note.
 */
final class ComparedMarkdown {
  private static final int NONE = MarkdownChanges.NONE;

  private final PageMarks marks;
  private final Node fromDocument;
  private final Node toDocument;
  private final MarkdownWords from;
  private final MarkdownWords to;
  private final MarkdownChanges changes;
  private final RemovedBlocks blocks;
  private final IdentityHashMap<Node, MarkdownLeaf> fromLeaves = new IdentityHashMap<>();
  private final Map<Integer, List<RemovedNode>> removedAt = new HashMap<>();

  /** What was removed at the end of a leaf. */
  private final IdentityHashMap<MarkdownLeaf, List<RemovedNode>> ends = new IdentityHashMap<>();

  private final Map<Integer, MovedHere> movedAt = new HashMap<>();
  private final IdentityHashMap<Node, String> moved = new IdentityHashMap<>();
  private final Set<Integer> away = new HashSet<>();

  /** How many leaves were removed whole where something stands. */
  private final Map<Integer, Integer> wholeAt = new HashMap<>();

  private ComparedMarkdown(PageMarks marks, String from, String to) {
    int fromStart = FrontMatter.end(from);
    int toStart = FrontMatter.end(to);
    this.marks = marks;
    this.fromDocument = MarkdownHtml.parse(from, fromStart);
    this.toDocument = MarkdownHtml.parse(to, toStart);
    this.from = MarkdownWords.of(from, fromStart, fromDocument);
    this.to = MarkdownWords.of(to, toStart, toDocument);
    this.changes = MarkdownChanges.of(this.from, this.to, marks);
    this.blocks = new RemovedBlocks(this.to, toDocument);
  }

  /** Lays a comparison out. */
  static PageComparison of(
      Diff diff,
      TextFormat format,
      ScriptText from,
      ScriptText to,
      Predicate<ChangeCategory> isIgnored,
      int changesShown,
      int wordsPerMinute) {
    String left = from.inUtf8().characters();
    String right = to.inUtf8().characters();
    List<Scene> fromScenes = Scenes.at(Scenes.of(format, left), wordsPerMinute);
    List<Scene> toScenes = Scenes.at(Scenes.of(format, right), wordsPerMinute);
    PageMarks marks = PageMarks.of(diff, from, to, isIgnored);
    ComparedMarkdown compared = new ComparedMarkdown(marks, left, right);
    compared.placeMoved();
    compared.placeRemoved();
    ChangeMarks written = new ChangeMarks();
    String html = compared.html(written, FrontMatter.end(right), toScenes);
    LaidOutText reading = LaidOutText.compared(format, html, fromScenes, toScenes, Map.of());
    return PageComparison.whole(reading, Math.max(0, changesShown - written.count()));
  }

  private void placeMoved() {
    for (MovedHere here : marks.moved()) {
      int first = to.leafAt(here.start() - 1) + 1;
      List<MarkdownLeaf> leaves = to.leaves();
      for (int i = first; i < leaves.size() && leaves.get(i).from() < here.end(); i++) {
        if (i == first) {
          movedAt.put(leaves.get(i).start(), here);
        }
        moved.putIfAbsent(block(leaves.get(i).node()), i == first ? "start" : "on");
      }
    }
  }

  /** The element on the page that a leaf is, or is the whole of. */
  private static Node block(Node leaf) {
    Node parent = leaf.getParent();
    boolean isPart =
        leaf instanceof TableCell
            ? parent instanceof TableRow
            : leaf instanceof Paragraph && parent instanceof ListItem;
    return isPart ? parent : leaf;
  }

  private void placeRemoved() {
    for (MarkdownLeaf leaf : from.leaves()) {
      fromLeaves.put(leaf.node(), leaf);
      if (isRemoved(leaf)) {
        wholeAt.merge(firstRemoved(leaf).at(), 1, Integer::sum);
      }
    }
    placeChildren(fromDocument);
    placeEnds();
  }

  private void placeChildren(Node parent) {
    Node child = parent.getFirstChild();
    while (child != null) {
      // It may be taken out.
      Node next = child.getNext();
      place(child);
      child = next;
    }
  }

  private void place(Node node) {
    @Nullable MarkdownLeaf leaf = fromLeaves.get(node);
    if (RemovedBlocks.isUnit(node) && isRemoved(node) && !isReplaced(node)) {
      blocks.put(node, firstRemoved(firstLeaf(node)).at());
    } else if (leaf != null) {
      placeParts(leaf);
    } else {
      placeChildren(node);
    }
  }

  /** Whether all that is read of a node was removed. */
  private boolean isRemoved(Node node) {
    @Nullable MarkdownLeaf leaf = fromLeaves.get(node);
    if (leaf != null) {
      return isRemoved(leaf);
    }
    boolean isAny = false;
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (isRemoved(child)) {
        isAny = true;
      } else if (!isEmpty(child)) {
        return false;
      }
    }
    return isAny;
  }

  private boolean isRemoved(MarkdownLeaf leaf) {
    for (int i = leaf.start(); i < leaf.end(); i++) {
      boolean isGone = changes.removed(i) != NONE && !removedBy(i).isAway();
      if (!from.isBlank(i) && !isGone) {
        return false;
      }
    }
    return !from.isBlank(leaf.start(), leaf.end());
  }

  private boolean isEmpty(Node node) {
    @Nullable MarkdownLeaf leaf = fromLeaves.get(node);
    boolean isEmpty = leaf == null || from.isBlank(leaf.start(), leaf.end());
    for (Node child = node.getFirstChild();
        leaf == null && isEmpty && child != null;
        child = child.getNext()) {
      isEmpty = isEmpty(child);
    }
    return isEmpty;
  }

  private RemovedText removedBy(int left) {
    return marks.removed().get(changes.removed(left));
  }

  private RemovedText firstRemoved(MarkdownLeaf leaf) {
    int at = leaf.start();
    while (changes.removed(at) == NONE) {
      at++;
    }
    return removedBy(at);
  }

  private MarkdownLeaf firstLeaf(Node node) {
    @Nullable MarkdownLeaf leaf = fromLeaves.get(node);
    for (Node child = node.getFirstChild();
        leaf == null && child != null;
        child = child.getNext()) {
      leaf = isEmpty(child) ? null : firstLeaf(child);
    }
    if (leaf == null) {
      throw new IllegalStateException("nothing is read of a removed " + node);
    }
    return leaf;
  }

  /** Whether one of its kind was added where it stood, so that both can be read as one. */
  private boolean isReplaced(Node node) {
    MarkdownLeaf leaf = firstLeaf(node);
    boolean isAlone = node == leaf.node() || block(leaf.node()) == node;
    int at = firstRemoved(leaf).at();
    int other = to.leafAt(at);
    if (!isAlone || other < 0 || (node.getFirstChild() != null && hasMore(node, leaf))) {
      return false;
    }
    MarkdownLeaf there = to.leaves().get(other);
    return wholeAt.getOrDefault(at, 0) == 1
        && at < there.to()
        && there.kind().equals(leaf.kind())
        && changes.added(to.indexAt(at)) != NONE;
  }

  private static boolean hasMore(Node node, MarkdownLeaf leaf) {
    return node != leaf.node() && node.getFirstChild() != node.getLastChild();
  }

  /** What was removed of a leaf of which something stays, and what moved away. */
  private void placeParts(MarkdownLeaf leaf) {
    int at = leaf.start();
    while (at < leaf.end()) {
      int mark = changes.removed(at);
      int end = at + 1;
      while (end < leaf.end() && changes.removed(end) == mark) {
        end++;
      }
      if (mark != NONE && !from.isBlank(at, end)) {
        placePart(leaf, new RemovedNode(marks.removed().get(mark), at, end), mark);
      }
      at = end;
    }
  }

  private void placePart(MarkdownLeaf leaf, RemovedNode part, int mark) {
    int at = part.removed().at();
    if (part.removed().isAway()) {
      if (away.add(mark)) {
        blocks.putFor(leaf, part, at);
      }
      return;
    }
    int other = to.leafAt(at);
    @Nullable MarkdownLeaf there = other < 0 ? null : to.leaves().get(other);
    if (there != null && at <= end(there)) {
      int index = Math.max(there.start(), Math.min(there.end(), to.indexAt(at)));
      List<RemovedNode> parts =
          index == there.end()
              ? ends.computeIfAbsent(there, any -> new ArrayList<>())
              : removedAt.computeIfAbsent(index, any -> new ArrayList<>());
      parts.add(part);
    } else {
      blocks.putFor(leaf, part, at);
    }
  }

  /** A cell has all that stood up to the next one. */
  private int end(MarkdownLeaf leaf) {
    Node row = leaf.node().getParent();
    int next = to.leafAt(leaf.from()) + 1;
    if (!(row instanceof TableRow)) {
      return leaf.to();
    }
    boolean isLast = next >= to.leaves().size() || to.leaves().get(next).node().getParent() != row;
    return isLast ? to.to(row) : to.leaves().get(next).from() - 1;
  }

  private void placeEnds() {
    ends.forEach((leaf, parts) -> parts.forEach(leaf.node()::appendChild));
  }

  private String html(ChangeMarks written, int start, List<Scene> scenes) {
    Map<Node, String> ids = MarkdownHtml.ids(toDocument, start, scenes);
    MarkdownWriting writing =
        new MarkdownWriting(
            from,
            to,
            changes,
            FormattingChanges.of(from, to, changes),
            marks,
            removedAt,
            movedAt,
            written);
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(MarkdownHtml.EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(MarkdownHtml.PictureText::new)
            .nodeRendererFactory(writing::renderer)
            .attributeProviderFactory(
                context -> (node, tag, attributes) -> addAttributes(node, tag, attributes, ids))
            .build();
    return MarkdownHtml.scrollable(renderer.render(toDocument));
  }

  private void addAttributes(
      Node node, String tag, Map<String, String> attributes, Map<Node, String> ids) {
    if (ids.containsKey(node)) {
      attributes.put("id", ids.get(node));
    }
    if (moved.containsKey(node)) {
      attributes.put("data-moved", moved.get(node));
    }
    if (tag.equals("pre")) {
      attributes.put("tabindex", "0");
    }
    boolean isAway =
        node.getFirstChild() instanceof RemovedNode part
            && part.removed().isAway()
            && part.getNext() == null;
    if (isAway && !tag.equals("tr")) {
      attributes.put("class", "moved-away");
    }
  }
}
