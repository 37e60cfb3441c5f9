package prismq.t.script.versioning.restore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.Part.Conflict;
import prismq.t.script.versioning.core.text.EditedText;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.restore.RestoreForm.Answer;

/**
 * A passage that was changed again, with what is to stand there.
 *
 * @param id the same as long as the change that is undone says the same about it, whatever the head
 * @param written what stands in the text field
 * @param settled what it comes to; null where nothing was chosen, or something that cannot be kept
 * @param error what cannot be kept about what was written; null for nothing
 */
record Passage(
    String id,
    Conflict conflict,
    @Nullable Choice choice,
    String written,
    @Nullable ScriptText settled,
    @Nullable String error) {

  /** A passage with an answer. */
  static Passage of(String id, Conflict conflict, Answer answer, ScriptText head) {
    String written = answer.written();
    String field = written == null ? field(conflict) : EditedText.normalised(written);
    try {
      ScriptText settled = settled(conflict, answer.choice(), field, head);
      return new Passage(id, conflict, answer.choice(), field, settled, null);
    } catch (NotTextException e) {
      return new Passage(id, conflict, answer.choice(), field, null, e.getMessage());
    }
  }

  private static @Nullable ScriptText settled(
      Conflict conflict, @Nullable Choice choice, String written, ScriptText head) {
    if (choice == null) {
      return null;
    }
    return switch (choice) {
      case NOW -> conflict.ours();
      case OLD -> conflict.theirs();
      case WRITTEN -> written(conflict, written, head);
    };
  }

  /** The text field has no line breaks at its end; the passage keeps those it had. */
  private static ScriptText written(Conflict conflict, String written, ScriptText head) {
    ScriptText filledWith = filledWith(conflict);
    String body = withoutLastBreaks(written);
    if (body.isBlank() && !field(conflict).isBlank()) {
      return ScriptText.of("");
    }
    String shown = EditedText.shown(filledWith);
    String breaks = shown.substring(withoutLastBreaks(shown).length());
    return EditedText.restore(filledWith, body + breaks, head);
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

  /** The name of the choice in the form; empty where nothing was chosen. */
  public String chosen() {
    return choice == null ? "" : choice.value();
  }

  public boolean isSettled() {
    return settled != null;
  }

  /** What stands there as far as it is settled. */
  ScriptText standing() {
    return settled == null ? conflict.ours() : settled;
  }

  public List<Stretch> old() {
    return marked(conflict.theirs());
  }

  public List<Stretch> between() {
    return marked(conflict.base());
  }

  public List<Stretch> now() {
    return marked(conflict.ours());
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
