package prismq.t.script.versioning.transfer.mediawiki;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * Goes through the elements of an untrusted XML file. What is not as XML has to be is logged, and
 * reading goes on behind it: an element without an end ends where the {@link Schema} shows that it
 * must. Definitions of names of one's own (a DTD) are never read: they can grow without end, or
 * read other files.
 */
final class XmlCursor {
  private static final int MAX_WORD_LENGTH = 1_000;

  private final XmlCharacters in;
  private final DamageLog log = new DamageLog();
  private final LeafReader leaves;
  private final Deque<String> open = new ArrayDeque<>();
  private XmlTag tag = XmlTag.NONE;
  private boolean isEnded;

  /** Starts before the first element. */
  XmlCursor(InputStream input) throws IOException {
    this.in = new XmlCharacters(new BufferedInputStream(input));
    this.leaves = new LeafReader(in, log);
  }

  /**
   * Goes into the outermost element.
   *
   * @return whether there is one
   * @throws ImportException if there is a DOCTYPE
   */
  boolean start() {
    XmlTag.skipSpace(in);
    while (in.startsWith("<?") || in.startsWith("<!")) {
      if (in.startsWith("<!DOCTYPE")) {
        throw new ImportException(FilledMessage.of("import.wiki.doctype"));
      }
      skipMarkup();
      XmlTag.skipSpace(in);
    }
    if (XmlTag.peek(in).isEmpty()) {
      return false;
    }
    tag = XmlTag.read(in);
    open.push(tag.name());
    return true;
  }

  /** The name of the element whose start was read last. */
  String name() {
    return tag.name();
  }

  /** The namespace that the element whose start was read last declares for itself; or empty. */
  String namespace() {
    @Nullable String told = attribute(tag.prefix().isEmpty() ? "xmlns" : "xmlns:" + tag.prefix());
    return told == null ? "" : told;
  }

  /** An attribute of the element whose start was read last; null for none. */
  @Nullable String attribute(String name) {
    return tag.attribute(name);
  }

  /** Whether the element left last has an end tag of its own. */
  boolean isEnded() {
    return isEnded;
  }

  /** Whether nothing follows. */
  boolean isAtEnd() {
    return in.peek(0) == XmlCharacters.END;
  }

  /** Why the input ended before its end; null if it did not. */
  @Nullable IOException failure() {
    return in.failure();
  }

  /** Logs what the reader found wrong, and could read all the same. */
  void repaired(FilledMessage how) {
    log.repaired(how);
  }

  /** Logs what the reader found wrong. */
  void lost(FilledMessage why) {
    log.lost(why);
  }

  /** What was wrong since the last call. */
  Damage takeDamage() {
    if (in.takeWrongBytes()) {
      log.repaired(in.readingOfWrongBytes());
    }
    return log.take();
  }

  /** Goes into the element whose start was read last, or into one that is to be there. */
  void open(String name) {
    open.push(name);
  }

  /**
   * Goes to the next element in the one gone into last; false at its end, which that element is
   * left by.
   */
  boolean nextChild() {
    String parent = open.getFirst();
    if (tag.isClosed() && tag.name().equals(parent)) {
      left(parent, false);
      isEnded = true;
      return false;
    }
    while (skipToTag(parent)) {
      String next = XmlTag.peek(in);
      if (next.isEmpty()) {
        skipMarkup();
      } else if (!next.startsWith("/")) {
        if (Schema.endsParent(parent, next)) {
          return left(parent, true);
        }
        tag = XmlTag.read(in);
        if (tag.isBroken()) {
          logBroken(tag.name());
        }
        return true;
      } else if (next.substring(1).equals(parent)) {
        XmlTag.read(in);
        left(parent, false);
        isEnded = true;
        return false;
      } else if (open.contains(next.substring(1))) {
        return left(parent, true);
      } else {
        log.repaired(FilledMessage.of("remark.wiki.only_ends", XmlTag.read(in).name()));
      }
    }
    return left(parent, false);
  }

  private void logBroken(String name) {
    FilledMessage why = FilledMessage.of("remark.wiki.bad_tag", name);
    if (name.equals("text")) {
      log.lost(why); // Its beginning may be taken for attributes.
    } else {
      log.repaired(why);
    }
  }

  private boolean left(String parent, boolean isUnended) {
    if (isUnended) {
      log.repaired(FilledMessage.of("remark.wiki.no_end", parent));
    }
    tag = XmlTag.NONE;
    open.pop();
    isEnded = false;
    return false;
  }

  /** Goes to the next tag, comment or the like; false at the end. */
  private boolean skipToTag(String parent) {
    XmlTag.skipSpace(in);
    if (in.peek(0) != '<' && !isAtEnd()) {
      if (parent.equals("revision")) {
        log.lost(FilledMessage.of("remark.wiki.text_outside"));
      } else {
        log.repaired(FilledMessage.of("remark.wiki.text_outside_left_out"));
      }
      while (in.peek(0) != '<' && !isAtEnd()) {
        in.skip(1);
      }
    }
    return !isAtEnd();
  }

  /** Goes past a comment, an instruction or a sign that begins neither these nor a tag. */
  private void skipMarkup() {
    if (in.skip("<!--")) {
      skipTo("-->");
    } else if (in.skip("<?")) {
      skipTo("?>");
    } else {
      log.repaired(FilledMessage.of("remark.wiki.no_element"));
      in.skip(1);
    }
  }

  private void skipTo(String end) {
    while (!isAtEnd() && !in.skip(end)) {
      if (leaves.isAtBorder()) {
        log.repaired(FilledMessage.of("remark.wiki.comment_end"));
        return;
      }
      in.skip(1);
    }
  }

  /** Goes past the element whose start was read last. */
  void skip() {
    if (Schema.isLeaf(name())) {
      text(0);
      return;
    }
    String skipped = name();
    int depth = tag.isClosed() ? 0 : 1;
    while (depth > 0 && !isAtEnd()) {
      if (in.peek(0) != '<') {
        in.skip(1);
        continue;
      }
      String next = XmlTag.peek(in);
      if (Schema.isBorder(next)) {
        log.repaired(FilledMessage.of("remark.wiki.no_end", skipped));
        return;
      }
      if (next.isEmpty()) {
        in.skip(1);
        continue;
      }
      XmlTag passed = XmlTag.read(in);
      if (passed.name().equals(skipped) && !passed.isClosed()) {
        depth += passed.isEnd() ? -1 : 1;
      }
    }
  }

  /** The text of the element whose start was read last, as far as names or dates are long. */
  String word() {
    return text(MAX_WORD_LENGTH);
  }

  /** The same up to a number of characters; behind its end. */
  String text(int longest) {
    return tag.isClosed() ? "" : leaves.read(name(), longest);
  }
}
