package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/**
 * Which threads are listed: all conditions together.
 *
 * @param by the name of somebody who wrote in them; empty for anybody
 * @param startedOn the version that they were started on; 0 for any
 */
record ThreadChoice(ThreadFilter filter, String by, int startedOn) {
  static ThreadChoice of(Context context) {
    @Nullable String by = Parameters.text(context, "by");
    return new ThreadChoice(
        ThreadFilter.of(context),
        by == null ? "" : by,
        Parameters.number(context, "version", 0, 0, Integer.MAX_VALUE));
  }

  List<PlacedThread> of(List<PlacedThread> threads, Commenter looking) {
    return filter.of(threads, looking).stream()
        .filter(placed -> by.isEmpty() || isIn(placed.thread()))
        .filter(placed -> startedOn == 0 || placed.thread().anchor().version() == startedOn)
        .toList();
  }

  private boolean isIn(CommentThread thread) {
    return thread.comments().stream().anyMatch(comment -> comment.by().name().equals(by));
  }

  ThreadChoice with(ThreadFilter other) {
    return new ThreadChoice(other, by, startedOn);
  }

  /** Adds it to the address of the page of comments. */
  String addTo(String url) {
    return Urls.with(url, parameters());
  }

  /** The same, with the part of the list. */
  String addTo(String url, int part) {
    Map<String, String> parameters = parameters();
    parameters.put("part", Integer.toString(part));
    return Urls.with(url, parameters);
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(Map.of("show", filter.word()));
    if (!by.isEmpty()) {
      parameters.put("by", by);
    }
    if (startedOn > 0) {
      parameters.put("version", Integer.toString(startedOn));
    }
    return parameters;
  }
}
