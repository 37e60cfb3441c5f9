package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for a new suggestion holds, so that nothing typed is lost when it is shown again.
 *
 * @param place the words that it is for
 * @param chosen the words themselves; null before any are chosen
 */
record NewSuggestionForm(
    NewThreadForm place, @Nullable String chosen, String replacement, String reason) {
  /** The form that an address asks for: empty, or filled with the words that it names. */
  static NewSuggestionForm asked(Context context) {
    NewThreadForm place =
        new NewThreadForm(
            asked(context, "first_line"),
            asked(context, "last_line"),
            asked(context, "start"),
            asked(context, "end"),
            "",
            AuthorName.known(context));
    return new NewSuggestionForm(place, null, "", "");
  }

  private static String asked(Context context, String name) {
    @Nullable String value = Parameters.text(context, name);
    return value == null ? "" : value.strip();
  }

  static NewSuggestionForm sent(Context context) {
    String replacement = Suggestion.lines(SentForm.text(context, "replacement"));
    return new NewSuggestionForm(
        NewThreadForm.sent(context), null, replacement, SentForm.stripped(context, "reason"));
  }

  /** Whether it says which words are meant. */
  public boolean hasPlace() {
    return !place.firstLine().isEmpty() || !place.start().isEmpty();
  }

  public boolean isOfWords() {
    return !place.start().isEmpty();
  }

  /** The words that were chosen; of lines without the end of the last one, which nobody sees. */
  CodePointRange words(ScriptText text) {
    CodePointRange range = place.words(text);
    if (isOfWords()) {
      return range;
    }
    int[] read = new String(text.read(), StandardCharsets.UTF_8).codePoints().toArray();
    int end = range.end();
    while (end > range.start() + 1 && (read[end - 1] == '\n' || read[end - 1] == '\r')) {
      end--;
    }
    return new CodePointRange(range.start(), end);
  }

  /**
   * The same with the words in the text; as the replacement too, to be changed, if that is asked.
   */
  NewSuggestionForm in(ScriptText text, boolean isToFill) {
    CodePointRange range = words(text);
    String read = new String(text.read(), StandardCharsets.UTF_8);
    int start = read.offsetByCodePoints(0, range.start());
    String words =
        Suggestion.lines(read.substring(start, read.offsetByCodePoints(start, range.length())));
    return new NewSuggestionForm(place, words, isToFill ? words : replacement, reason);
  }
}
