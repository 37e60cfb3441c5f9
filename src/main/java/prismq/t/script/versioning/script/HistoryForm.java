package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.history.TimeRange;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.phrase.TypedPhrase;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** What the fields of a history's filter hold; empty texts ask for all. */
record HistoryForm(
    String branch, String author, String from, String until, String words, TypedPhrase passage) {
  static HistoryForm of(Context context) {
    return new HistoryForm(
        text(context, "branch"),
        text(context, "author"),
        text(context, "from"),
        text(context, "until"),
        text(context, "q"),
        TypedPhrase.of(context, "passage", PhraseMatch.EXACT));
  }

  private static String text(Context context, String name) {
    String value = Parameters.text(context, name);
    return value == null ? "" : value;
  }

  /** The same with the branch by the name it has now. */
  HistoryForm on(String branchName) {
    return new HistoryForm(branchName, author, from, until, words, passage);
  }

  /** The same with the author by the name that is shown. */
  HistoryForm by(String shownName) {
    return new HistoryForm(branch, shownName, from, until, words, passage);
  }

  /**
   * The versions that it asks for.
   *
   * @param about those that its words are about; null where it has none
   */
  VersionFilter filter(@Nullable BitSet about) {
    Instant end = day("until", until);
    return new VersionFilter(
        orNull(branch),
        orNull(author),
        day("from", from),
        end == null ? null : end.plusSeconds(24 * 60 * 60),
        null,
        about);
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private static @Nullable Instant day(String name, String value) {
    return value.isEmpty()
        ? null
        : TimeRange.day(value)
            .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
            .orElseThrow(
                () -> new BadRequestException(Messages.text("history.no_day", name, value)));
  }

  /**
   * The page with these versions before another one, or from the newest on.
   *
   * @param mark the version to compare from; 0 for none
   * @param selected the version beside the list; 0 for the newest
   */
  String url(String scriptId, @Nullable Integer before, int mark, int selected) {
    Map<String, @Nullable String> parameters = parameters();
    parameters.put("q", words);
    parameters.put("passage", passage.text());
    parameters.put("before", before == null ? null : before.toString());
    parameters.put("compare_from", mark == 0 ? null : Integer.toString(mark));
    parameters.put("selected", selected == 0 ? null : Integer.toString(selected));
    return Urls.with(Urls.history(scriptId), parameters);
  }

  /** The page from the newest of these versions on, up to the number of the one beside the list. */
  String selectedUrl(String scriptId, int mark) {
    String url = url(scriptId, null, mark, 0);
    return url + (url.contains("?") ? "&" : "?") + "selected=";
  }

  /** The page on which a report is chosen, of the same versions as far as it can be. */
  String reportUrl(String scriptId) {
    return Urls.with(Urls.report(scriptId), parameters());
  }

  private Map<String, @Nullable String> parameters() {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("branch", branch);
    parameters.put("author", author);
    parameters.put("from", from);
    parameters.put("until", until);
    return parameters;
  }
}
