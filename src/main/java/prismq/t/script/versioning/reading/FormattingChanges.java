package prismq.t.script.versioning.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.MarkdownWords.MarkdownLeaf;

/** What stayed the same words of Markdown, but is set otherwise, and how it was set before. */
final class FormattingChanges {
  private static final List<String> STYLES = List.of("bold", "italic", "code", "link");

  private final MarkdownWords from;
  private final MarkdownWords to;
  private final MarkdownChanges changes;
  private final @Nullable String[] notes;
  private int fromLeaf;

  private FormattingChanges(MarkdownWords from, MarkdownWords to, MarkdownChanges changes) {
    this.from = from;
    this.to = to;
    this.changes = changes;
    this.notes = new String[to.length()];
  }

  static FormattingChanges of(MarkdownWords from, MarkdownWords to, MarkdownChanges changes) {
    FormattingChanges formatting = new FormattingChanges(from, to, changes);
    to.leaves().forEach(formatting::add);
    return formatting;
  }

  private void add(MarkdownLeaf leaf) {
    addNotes(leaf);
    int blanks = leaf.start();
    for (int i = leaf.start(); i < leaf.end(); i++) {
      if (!to.isBlank(i)) {
        boolean goesOn = blanks > leaf.start() && notes[i] != null;
        if (goesOn && notes[i].equals(notes[blanks - 1])) {
          // One note for several words.
          for (int blank = blanks; blank < i; blank++) {
            notes[blank] = notes[i];
          }
        }
        blanks = i + 1;
      }
    }
  }

  /** What a whole leaf was is told once, at the last words that it has from there. */
  private void addNotes(MarkdownLeaf leaf) {
    @Nullable String told = null;
    boolean isTold = false;
    for (int i = leaf.end() - 1; i >= leaf.start(); i--) {
      if (!to.isBlank(i)) {
        int before = changes.before(i);
        @Nullable String kind = before < 0 ? null : kind(leafOf(before), leaf);
        isTold |= told != null && !told.equals(kind);
        told = isTold ? told : kind;
        notes[i] = before < 0 ? null : note(before, i, isTold ? null : kind);
      }
    }
  }

  private static @Nullable String kind(MarkdownLeaf old, MarkdownLeaf now) {
    return old.kind().equals(now.kind()) && old.level() == now.level()
        ? null
        : Messages.text("reading.was." + old.kind(), old.level());
  }

  private @Nullable String note(int before, int now, @Nullable String kind) {
    int styles = from.style(before) ^ to.style(now);
    if (kind == null && styles == 0) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    if (kind != null) {
      parts.add(kind);
    }
    for (int i = 0; i < STYLES.size(); i++) {
      int bit = 1 << i;
      if ((styles & bit) != 0) {
        boolean was = (from.style(before) & bit) != 0;
        parts.add(Messages.text((was ? "reading.was." : "reading.now.") + STYLES.get(i)));
      }
    }
    return Messages.text("reading.formatting", String.join(", ", parts));
  }

  private MarkdownLeaf leafOf(int character) {
    List<MarkdownLeaf> leaves = from.leaves();
    // What moved stands before what was looked at last.
    fromLeaf = leaves.get(fromLeaf).start() > character ? 0 : fromLeaf;
    while (leaves.get(fromLeaf).end() <= character) {
      fromLeaf++;
    }
    return leaves.get(fromLeaf);
  }

  /** What is said of a character; null where nothing is. */
  @Nullable String note(int right) {
    return right < notes.length ? notes[right] : null;
  }
}
