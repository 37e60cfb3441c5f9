package prismq.t.script.versioning.restore;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.AuthorCookie;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/**
 * What the page was asked for, and what was typed and chosen on it.
 *
 * @param from null for the first parent of the version whose changes are undone
 * @param changeId null for all changes
 * @param branch null for that of the version whose changes are undone
 * @param baseVersion the head that was shown; null before one was
 * @param changeDescription null before it was filled in
 * @param answers to the passages that were changed again, by their ids
 * @param kept what was written for passages that are no longer in question
 */
record RestoreForm(
    @Nullable Integer from,
    int to,
    @Nullable String changeId,
    @Nullable String branch,
    @Nullable Integer baseVersion,
    String author,
    @Nullable String changeDescription,
    Map<String, Answer> answers,
    List<String> kept) {
  private static final String CHOICE = "choice-";
  private static final String WRITTEN = "written-";

  /**
   * The answer to one passage.
   *
   * @param choice null where nothing was chosen
   * @param written what stands in the text field; null where none was sent
   */
  record Answer(@Nullable Choice choice, @Nullable String written) {
    static final Answer NONE = new Answer(null, null);
  }

  /** What was written as the answer to passages other than these. */
  List<String> writtenElsewhere(Set<String> passageIds) {
    List<String> texts = new ArrayList<>(kept);
    answers.forEach(
        (id, answer) -> {
          String written = answer.written;
          if (!passageIds.contains(id)
              && answer.choice == Choice.WRITTEN
              && written != null
              && !written.isBlank()) {
            texts.add(written);
          }
        });
    return texts;
  }

  /** What an address asks for. */
  static RestoreForm asked(Context context) {
    int to = Parameters.number(context, "to", 0, 1, Integer.MAX_VALUE);
    if (to == 0) {
      throw new BadRequestException("The parameter to names the version whose changes are undone.");
    }
    int from = Parameters.number(context, "from", 0, 1, Integer.MAX_VALUE);
    return new RestoreForm(
        from == 0 ? null : from,
        to,
        Parameters.text(context, "change"),
        Parameters.text(context, "branch"),
        null,
        AuthorCookie.read(context),
        null,
        Map.of(),
        List.of());
  }

  /** The form as the browser sent it. */
  static RestoreForm sent(Context context) {
    String changeId = field(context, "change");
    String branch = field(context, "branch");
    return new RestoreForm(
        number(context, "from"),
        number(context, "to"),
        changeId.isEmpty() ? null : changeId,
        branch.isEmpty() ? null : branch,
        number(context, "base_version"),
        field(context, "author"),
        field(context, "change_description").replace("\r\n", "\n").strip(),
        answers(context),
        context.formParams("kept").stream().filter(text -> !text.isBlank()).toList());
  }

  private static Map<String, Answer> answers(Context context) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String name : context.formParamMap().keySet()) {
      if (name.startsWith(CHOICE) || name.startsWith(WRITTEN)) {
        String id = name.substring(name.indexOf('-') + 1);
        answers.put(
            id,
            new Answer(Choice.of(context.formParam(CHOICE + id)), context.formParam(WRITTEN + id)));
      }
    }
    return answers;
  }

  private static String field(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  private static int number(Context context, String name) {
    String value = field(context, name);
    if (!value.matches("\\d{1,9}")) {
      throw new BadRequestException("The field " + name + " is the number of a version.");
    }
    return Integer.parseInt(value);
  }

  Answer answer(String passageId) {
    return answers.getOrDefault(passageId, Answer.NONE);
  }
}
