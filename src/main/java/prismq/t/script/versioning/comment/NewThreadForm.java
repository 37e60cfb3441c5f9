package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.LetterPositions;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for a new thread holds, so that nothing typed is lost when it is shown again.
 *
 * @param firstLine the first of the lines it is about, from 1, as typed
 * @param lastLine the last of them
 * @param start number of letters before the selected words; empty where lines count
 * @param end number of letters up to their end
 */
record NewThreadForm(
    String firstLine, String lastLine, String start, String end, String body, String author) {
  static NewThreadForm empty(String author) {
    return new NewThreadForm("", "", "", "", "", author);
  }

  static NewThreadForm sent(Context context) {
    return new NewThreadForm(
        SentForm.stripped(context, "first_line"),
        SentForm.stripped(context, "last_line"),
        SentForm.stripped(context, "start"),
        SentForm.stripped(context, "end"),
        SentForm.stripped(context, "body"),
        AuthorName.sent(context));
  }

  /**
   * The words that were chosen.
   *
   * @throws InvalidInputException if none are
   */
  CodePointRange words(ScriptText text) {
    CodePointRange range = start.isEmpty() ? lines(ShownText.of(text)) : selected(text);
    return Quotes.range(text, range.start(), range.end());
  }

  private CodePointRange lines(ShownText shown) {
    int first = number("first_line", firstLine);
    return shown.lines(first, lastLine.isEmpty() ? first : number("last_line", lastLine));
  }

  private CodePointRange selected(ScriptText text) {
    CodePointRange range =
        LetterPositions.find(
            new String(text.read(), StandardCharsets.UTF_8),
            number("words", start),
            number("words", end));
    if (range.length() == 0) {
      throw new InvalidInputException("words", FilledMessage.of("comments.select_anew"));
    }
    return range;
  }

  private static int number(String field, String typed) {
    if (!typed.matches("\\d{1,9}")) {
      throw new InvalidInputException(field, FilledMessage.of("comments.no_line"));
    }
    return Integer.parseInt(typed);
  }
}
