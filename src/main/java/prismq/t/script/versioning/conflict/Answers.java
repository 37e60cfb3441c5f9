package prismq.t.script.versioning.conflict;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen and written for passages that both sides changed.
 *
 * @param byPassage by the ids of the passages
 * @param kept what was written for passages that are no longer in question
 */
public record Answers(Map<String, Answer> byPassage, List<String> kept) {
  /** No answers yet. */
  public static final Answers NONE = new Answers(Map.of(), List.of());

  private static final String CHOICE = "choice-";
  private static final String WRITTEN = "written-";

  /**
   * The answer to one passage.
   *
   * @param choice null if nothing was chosen
   * @param written what stands in the text field; null if none was sent
   */
  public record Answer(@Nullable Choice choice, @Nullable String written) {
    static final Answer NONE = new Answer(null, null);
  }

  /** The answers of a form. */
  public static Answers sent(Context context) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String name : context.formParamMap().keySet()) {
      if (name.startsWith(CHOICE) || name.startsWith(WRITTEN)) {
        String id = name.substring(name.indexOf('-') + 1);
        answers.put(
            id,
            new Answer(Choice.of(context.formParam(CHOICE + id)), context.formParam(WRITTEN + id)));
      }
    }
    return new Answers(
        answers, context.formParams("kept").stream().filter(text -> !text.isBlank()).toList());
  }

  /** The answer to a passage. */
  public Answer of(String passageId) {
    return byPassage.getOrDefault(passageId, Answer.NONE);
  }

  /** What was written as the answer to passages other than these. */
  public List<String> writtenElsewhere(Set<String> passageIds) {
    List<String> texts = new ArrayList<>(kept);
    byPassage.forEach(
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
}
