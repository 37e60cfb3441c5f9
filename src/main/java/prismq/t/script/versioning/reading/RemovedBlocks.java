package prismq.t.script.versioning.reading;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.reading.MarkdownWords.MarkdownLeaf;

/**
 * Puts what the left document had where it would stand in the right one: items go to a list, rows
 * to a table, all else between blocks.
 */
final class RemovedBlocks {
  private final MarkdownWords to;
  private final Node document;

  /** What was put behind something, so that more goes behind that. */
  private final IdentityHashMap<Node, Node> lastBehind = new IdentityHashMap<>();

  /** Lists and tables that were made for what has none, by where they stand. */
  private final Map<Integer, Node> made = new HashMap<>();

  RemovedBlocks(MarkdownWords to, Node document) {
    this.to = to;
    this.document = document;
  }

  /**
   * Puts a block, an item or a row of the left document into the right one.
   *
   * @param at in the source of the right text
   */
  void put(Node unit, int at) {
    if (unit instanceof ListItem item) {
      putItem(item, at);
    } else if (unit instanceof TableRow row) {
      putRow(row, at);
    } else {
      putBlock(unit, at);
      made.remove(at);
    }
  }

  /** Puts what stands for a leaf: an item or a row where the leaf is of one, else a paragraph. */
  void putFor(MarkdownLeaf leaf, RemovedNode node, int at) {
    Node inside;
    Node unit;
    if (leaf.node() instanceof TableCell) {
      inside = new TableCell();
      unit = new TableRow();
      unit.appendChild(inside);
    } else {
      inside = new Paragraph();
      unit = inside;
      if (leaf.node().getParent() instanceof ListItem) {
        unit = new ListItem();
        unit.appendChild(inside);
      }
    }
    inside.appendChild(node);
    put(unit, at);
  }

  private void putItem(ListItem item, int at) {
    int depth = Math.max(1, listDepth(item.getParent()));
    boolean isNumbered = item.getParent() instanceof OrderedList;
    @Nullable Node next = item(leafFrom(at), depth);
    @Nullable Node previous = item(leafBefore(at), depth);
    if (next != null && to.from(next) >= at) {
      next.insertBefore(item);
    } else if (previous != null) {
      putBehind(previous, item);
    } else if (made.get(at) instanceof ListBlock list) {
      list.appendChild(item);
    } else {
      ListBlock list = isNumbered ? new OrderedList() : new BulletList();
      list.setTight(true);
      list.appendChild(item);
      putBlock(list, at);
      made.put(at, list);
    }
  }

  private void putRow(TableRow row, int at) {
    @Nullable Node next = ancestor(leafFrom(at), TableRow.class);
    @Nullable Node previous = ancestor(leafBefore(at), TableRow.class);
    if (next != null && to.from(next) >= at && next.getParent() instanceof TableBody) {
      next.insertBefore(row);
    } else if (previous != null && previous.getParent() instanceof TableBody) {
      putBehind(previous, row);
    } else if (previous != null) {
      body(previous.getParent().getParent()).prependChild(row);
    } else if (made.get(at) instanceof TableBlock table) {
      body(table).appendChild(row);
    } else {
      TableBlock table = new TableBlock();
      body(table).appendChild(row);
      putBlock(table, at);
      made.put(at, table);
    }
  }

  private static Node body(Node table) {
    for (Node child = table.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof TableBody) {
        return child;
      }
    }
    Node body = new TableBody();
    table.appendChild(body);
    return body;
  }

  private void putBlock(Node block, int at) {
    @Nullable Node next = leafFrom(at);
    while (next != null && !isStop(next, at)) {
      next = next.getParent();
    }
    if (next == null) {
      document.appendChild(block);
    } else if (next instanceof ListItem && next.getPrevious() != null) {
      next.getPrevious().appendChild(block);
    } else {
      @Nullable Node table = ancestor(next, TableBlock.class);
      Node place = table == null ? next : table;
      (place instanceof ListItem ? place.getParent() : place).insertBefore(block);
    }
  }

  /** Whether nothing around a node begins where it does, or behind a place. */
  private boolean isStop(Node node, int at) {
    Node parent = node.getParent();
    return parent == null
        || parent instanceof Document
        || parent.getSourceSpans().isEmpty()
        || to.from(parent) < at;
  }

  private void putBehind(Node previous, Node unit) {
    lastBehind.getOrDefault(previous, previous).insertAfter(unit);
    lastBehind.put(previous, unit);
  }

  private @Nullable Node leafFrom(int at) {
    List<MarkdownLeaf> leaves = to.leaves();
    int index = to.leafAt(at - 1) + 1;
    return index < leaves.size() ? leaves.get(index).node() : null;
  }

  private @Nullable Node leafBefore(int at) {
    int index = to.leafAt(at - 1);
    return index < 0 ? null : to.leaves().get(index).node();
  }

  private static @Nullable Node ancestor(@Nullable Node node, Class<? extends Node> type) {
    @Nullable Node found = node;
    while (found != null && !type.isInstance(found)) {
      found = found.getParent();
    }
    return found;
  }

  /** The item of a list in so many others around a leaf; null for none. */
  private static @Nullable Node item(@Nullable Node leaf, int depth) {
    @Nullable Node found = leaf;
    while (found != null && !(found instanceof ListItem && listDepth(found) == depth)) {
      found = found.getParent();
    }
    return found;
  }

  private static int listDepth(@Nullable Node node) {
    int depth = 0;
    for (Node each = node; each != null; each = each.getParent()) {
      depth += each instanceof ListBlock ? 1 : 0;
    }
    return depth;
  }

  /** Whether something can be put somewhere as a whole. */
  static boolean isUnit(Node node) {
    return node instanceof TableRow
        ? !(node.getParent() instanceof TableHead)
        : node instanceof Block
            && !(node instanceof ListBlock)
            && !(node instanceof Document)
            && !(node instanceof TableHead)
            && !(node instanceof TableBody);
  }
}
