package prismq.t.script.versioning.audit.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditFilter;
import prismq.t.script.versioning.history.TimeRange;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/**
 * Which entries a request asks for; null for no condition.
 *
 * @param from the first day in UTC
 * @param until the last day
 */
record AuditChoices(
    @Nullable AuditAct act,
    @Nullable String person,
    @Nullable String script,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {
  static AuditChoices of(Context context) {
    return new AuditChoices(
        act(Parameters.text(context, "act")),
        Parameters.text(context, "person"),
        Parameters.text(context, "script"),
        day(context, "from"),
        day(context, "until"));
  }

  private static @Nullable AuditAct act(@Nullable String key) {
    return key == null
        ? null
        : AuditAct.named(key)
            .orElseThrow(
                () ->
                    new BadRequestException(
                        Messages.text("audit.no_act", AuditAct.VERSION_SAVED.key(), key)));
  }

  private static @Nullable LocalDate day(Context context, String name) {
    @Nullable String value = Parameters.text(context, name);
    return value == null
        ? null
        : TimeRange.day(value)
            .orElseThrow(
                () -> new BadRequestException(Messages.text("history.no_day", name, value)));
  }

  /** Whether any entry may be left out. */
  public boolean narrows() {
    return act != null || person != null || script != null || from != null || until != null;
  }

  AuditFilter filter() {
    return new AuditFilter(
        act, person, script, start(from), until == null ? null : start(until.plusDays(1)));
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  String csvUrl() {
    return Urls.with(Urls.AUDIT + ".csv", parameters());
  }

  String urlBefore(long number) {
    Map<String, @Nullable String> parameters = parameters();
    parameters.put("before", Long.toString(number));
    return Urls.with(Urls.AUDIT, parameters);
  }

  private Map<String, @Nullable String> parameters() {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("act", act == null ? null : act.key());
    parameters.put("person", person);
    parameters.put("script", script);
    parameters.put("from", from == null ? null : from.toString());
    parameters.put("until", until == null ? null : until.toString());
    return parameters;
  }
}
