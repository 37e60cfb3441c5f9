package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.history.ChangeEntry;
import prismq.t.script.versioning.history.Changes;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Requesters;
import prismq.t.script.versioning.web.Urls;

/** The API's call that tells of new versions of all scripts, and waits for them. */
public final class ChangesApi {
  private static final int CHANGES_A_PAGE = 100;
  private static final int MAX_CHANGES_A_PAGE = 500;
  private static final int MAX_WAIT_SECONDS = 60;
  private static final String LATEST = "latest";

  private final Changes changes;
  private final ChangeWait wait;
  private final Requesters requesters;

  /** Reads changes, and waits for more, as long as whoever asks may know of them. */
  public ChangesApi(Changes changes, ChangeWait wait, Requesters requesters) {
    this.changes = changes;
    this.wait = wait;
    this.requesters = requesters;
  }

  /**
   * Some of the changes, oldest first.
   *
   * @param last the number of the last one; if there is none, the number that was asked for
   * @param next asks for those after it
   */
  record ChangesJson(List<ChangeJson> changes, long last, String next) {}

  /** A version with its number among the changes. */
  record ChangeJson(long change, VersionJson version) {}

  /** Answers with what was saved after a change, at once or as soon as there is something. */
  public void list(Context context) {
    int limit = Parameters.number(context, "limit", CHANGES_A_PAGE, 1, MAX_CHANGES_A_PAGE);
    int seconds = Parameters.number(context, "wait", 0, 0, MAX_WAIT_SECONDS);
    ReadableScripts readable = Access.readable(Requester.of(context));
    long after = after(context, readable);
    List<ChangeEntry> found = changes.after(readable, after, limit);
    long last = found.isEmpty() ? last(readable) : after;
    if (after > last) {
      // A client that waits for a number far ahead would miss all changes before it.
      throw new BadRequestException(
          "There is no change "
              + after
              + " yet, the last one is "
              + last
              + ". Where an older state of the database was brought back, go on after "
              + last
              + ", or after 0 to see everything again.");
    }
    if (!found.isEmpty() || seconds == 0) {
      answer(context, found, after, limit, seconds);
      return;
    }
    context.future(
        () ->
            wait.until(
                    () -> changes.after(readableNow(context), after, limit),
                    Duration.ofSeconds(seconds))
                .thenAccept(saved -> answer(context, saved, after, limit, seconds)));
  }

  /** Rights that were taken while the request waited count at once. */
  private ReadableScripts readableNow(Context context) {
    Requester now = requesters.now(context);
    if (!Access.may(now, Right.READ)) {
      throw new Problem(
          ProblemKind.SIGNED_OUT,
          "You were signed out while the request waited.",
          "Sign in, and ask again.");
    }
    return Access.readable(now);
  }

  private long after(Context context, ReadableScripts readable) {
    @Nullable String after = Parameters.text(context, "after");
    if (after == null) {
      return 0;
    }
    if (after.equals(LATEST)) {
      return last(readable);
    }
    if (!after.matches("\\d{1,18}")) {
      throw new BadRequestException(
          "The parameter after is the number of a change, or latest for those to come.");
    }
    return Long.parseLong(after);
  }

  private long last(ReadableScripts readable) {
    return changes.latest(readable, 1).stream()
        .mapToLong(ChangeEntry::number)
        .findFirst()
        .orElse(0);
  }

  private static void answer(
      Context context, List<ChangeEntry> found, long after, int limit, int seconds) {
    long last = found.isEmpty() ? after : found.get(found.size() - 1).number();
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("after", Long.toString(last));
    parameters.put("limit", Integer.toString(limit));
    parameters.put("wait", Integer.toString(seconds));
    context.header("Cache-Control", "no-store");
    Json.answer(
        context,
        200,
        new ChangesJson(
            found.stream()
                .map(change -> new ChangeJson(change.number(), VersionJson.of(change.version())))
                .toList(),
            last,
            Urls.with(ApiUrls.CHANGES, parameters)));
  }
}
