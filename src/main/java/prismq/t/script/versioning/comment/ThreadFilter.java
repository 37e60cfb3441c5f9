package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Parameters;

/** Which threads are listed. */
enum ThreadFilter {
  /** All of them. */
  ALL,
  /** Those that are not resolved. */
  OPEN,
  /** Those that whoever looks wrote in. */
  MINE,
  /** Those whose words are gone. */
  WITHOUT_PLACE;

  /** The one that the address names; all where it names none. */
  static ThreadFilter of(Context context) {
    String wanted = Parameters.text(context, "show");
    return Arrays.stream(values())
        .filter(filter -> filter.word().equals(wanted))
        .findFirst()
        .orElse(ALL);
  }

  /** Its word in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is called. */
  public String title() {
    return Messages.text("comments.show_" + name().toLowerCase(Locale.ROOT));
  }

  List<PlacedThread> of(List<PlacedThread> threads, Commenter looking) {
    return threads.stream()
        .filter(
            placed ->
                switch (this) {
                  case ALL -> true;
                  case OPEN -> !placed.thread().isResolved();
                  case MINE -> isIn(placed.thread(), looking);
                  case WITHOUT_PLACE -> placed.range() == null;
                })
        .toList();
  }

  private static boolean isIn(CommentThread thread, Commenter by) {
    return thread.comments().stream()
        .anyMatch(
            comment ->
                by.account() == null
                    ? comment.by().name().equals(by.name())
                    : by.account().equals(comment.by().account()));
  }
}
