package prismq.t.script.versioning.conflict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Answers.Answer;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.EditedText;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;

/**
 * A passage that both sides changed, or whose place is in question, with the text chosen for it.
 *
 * @param id the same as long as it is the same passage
 * @param written what stands in the text field
 * @param settled the resulting text; null if nothing valid was chosen
 * @param error what cannot be kept about what was written; null for nothing
 */
public record Passage(
    String id,
    Conflict conflict,
    @Nullable Choice choice,
    String written,
    @Nullable ScriptText settled,
    @Nullable String error) {

  /**
   * A passage with an answer.
   *
   * @param ours the text that the passage is in, whose line endings count
   */
  public static Passage of(String id, Conflict conflict, Answer answer, ScriptText ours) {
    String written = answer.written();
    String field = written == null ? field(conflict) : EditedText.normalised(written);
    try {
      ScriptText settled = settled(conflict, answer.choice(), field, ours);
      return new Passage(id, conflict, answer.choice(), field, settled, null);
    } catch (NotTextException e) {
      return new Passage(id, conflict, answer.choice(), field, null, e.getMessage());
    }
  }

  private static @Nullable ScriptText settled(
      Conflict conflict, @Nullable Choice choice, String written, ScriptText ours) {
    if (choice == null) {
      return null;
    }
    return switch (choice) {
      case OURS -> conflict.ours();
      case THEIRS -> conflict.theirs();
      case BOTH -> both(conflict, ours);
      case WRITTEN -> written(conflict, written, ours);
    };
  }

  /** Ours with theirs after it, as paragraphs of their own where the text has blank lines. */
  private static ScriptText both(Conflict conflict, ScriptText ours) {
    String first = exact(conflict.ours());
    String second = exact(conflict.theirs());
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? conflict.theirs() : conflict.ours();
    }
    String lineEnd = exact(ours).contains("\r\n") ? "\r\n" : ours.lineEnding();
    String gap = exact(ours).contains(lineEnd + lineEnd) ? lineEnd + lineEnd : lineEnd;
    StringBuilder both = new StringBuilder(first);
    while (!both.toString().endsWith(gap)) {
      both.append(lineEnd);
    }
    return ScriptText.ofExact(both + second);
  }

  private static String exact(ScriptText text) {
    return text.exactLines().text();
  }

  /** The text field has no line breaks at its end; the passage keeps those it had. */
  private static ScriptText written(Conflict conflict, String written, ScriptText ours) {
    ScriptText filledWith = filledWith(conflict);
    String body = withoutLastBreaks(written);
    if (body.isBlank() && !field(conflict).isBlank()) {
      return ScriptText.of("");
    }
    String shown = EditedText.shown(filledWith);
    String breaks = shown.substring(withoutLastBreaks(shown).length());
    return EditedText.restore(filledWith, body + breaks, ours);
  }

  private static ScriptText filledWith(Conflict conflict) {
    return conflict.ours().sizeBytes() == 0 ? conflict.theirs() : conflict.ours();
  }

  private static String field(Conflict conflict) {
    return withoutLastBreaks(EditedText.shown(filledWith(conflict)));
  }

  private static String withoutLastBreaks(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }

  /** The name of the choice in the form; empty if nothing was chosen. */
  public String chosen() {
    return choice == null ? "" : choice.value();
  }

  /** What is in question about its place; null where it is not about that. */
  public @Nullable String aboutPlace() {
    return switch (conflict.cause()) {
      case EDITED -> null;
      case MOVED_APART -> Messages.text("conflict.moved_apart");
      case MOVED_AND_REMOVED -> Messages.text("conflict.moved_and_removed");
      case ADDED_TWICE -> Messages.text("conflict.added_twice");
    };
  }

  /** Whether its text is settled. */
  public boolean isSettled() {
    return settled != null;
  }

  /** The text as far as it is settled. */
  public ScriptText standing() {
    return settled == null ? conflict.ours() : settled;
  }

  /** What the other text has, with marks where it differs from the base. */
  public List<Stretch> theirs() {
    return marked(conflict.theirs());
  }

  /** The text of the base. */
  public List<Stretch> base() {
    return Stretch.of(withoutLastBreaks(conflict.base()));
  }

  /** What the text has that is saved on top of, with marks where it differs from the base. */
  public List<Stretch> ours() {
    return marked(conflict.ours());
  }

  /** The text of the head. */
  public List<Stretch> ourChanges() {
    return changes(conflict.ours());
  }

  /** The text of the merged version. */
  public List<Stretch> theirChanges() {
    return changes(conflict.theirs());
  }

  private List<Stretch> changes(ScriptText text) {
    return text.sizeBytes() == 0
        ? List.of()
        : Stretch.changes(withoutLastBreaks(conflict.base()), withoutLastBreaks(text));
  }

  private List<Stretch> marked(ScriptText text) {
    return Stretch.of(withoutLastBreaks(conflict.base()), withoutLastBreaks(text));
  }

  private static ScriptText withoutLastBreaks(ScriptText text) {
    String exact = text.exactLines().text();
    int end = exact.length();
    while (end > 0 && (exact.charAt(end - 1) == '\n' || exact.charAt(end - 1) == '\r')) {
      end--;
    }
    return ScriptText.ofExact(exact.substring(0, end));
  }
}
