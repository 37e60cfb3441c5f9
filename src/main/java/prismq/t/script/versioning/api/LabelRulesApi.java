package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.group.AccountGroup;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.label.LabelMovers;
import prismq.t.script.versioning.label.LabelRule;
import prismq.t.script.versioning.label.LabelRules;
import prismq.t.script.versioning.review.Candidates;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's calls on the rules of labels and on their log. */
public final class LabelRulesApi {
  private static final String APPROVALS = "approvals";
  private static final String PEOPLE = "people";
  private static final String GROUPS = "groups";
  private static final int ENTRIES = 100;
  private static final int MAX_ENTRIES = 500;

  private final LabelRules rules;
  private final Candidates candidates;

  /** Changes the first, which name those whom the second finds. */
  public LabelRulesApi(LabelRules rules, Candidates candidates) {
    this.rules = rules;
    this.candidates = candidates;
  }

  /** All rules of a script. */
  record LabelRuleList(List<LabelRuleJson> labelRules) {}

  /**
   * Something that became of a label.
   *
   * @param by the name of who did it; null where nobody has an account
   */
  record LabelLogJson(
      long entryId,
      String name,
      String act,
      @Nullable Integer fromVersion,
      @Nullable Integer toVersion,
      @Nullable String by,
      String at,
      String said) {}

  /** Some of the log; next leads to more. */
  record LabelLog(List<LabelLogJson> entries, @Nullable String next) {}

  /** Answers with the rules, by the names of their labels. */
  public void list(Context context) {
    Json.answer(
        context,
        200,
        new LabelRuleList(
            rules.list(context.pathParam("script_id")).stream().map(LabelRuleJson::of).toList()));
  }

  /** Sets the rule of a label, in place of another one. */
  public void put(Context context) {
    String scriptId = context.pathParam("script_id");
    JsonBody body =
        JsonBody.read(
            context, List.of("name", "movers", PEOPLE, GROUPS, APPROVALS, "threads_resolved"));
    @Nullable Integer approvals = body.optionalCount(APPROVALS, LabelRule.MAX_APPROVALS);
    LabelRule rule =
        new LabelRule(
            body.text("name"),
            LabelMovers.of(body.text("movers")),
            named(scriptId, body),
            approvals == null ? 0 : approvals,
            body.optionalFlag("threads_resolved"));
    Json.answer(context, 200, LabelRuleJson.of(rules.put(Requester.of(context), scriptId, rule)));
  }

  private Set<Grantee> named(String scriptId, JsonBody body) {
    Set<Grantee> named = new HashSet<>();
    for (String email : body.optionalTexts(PEOPLE)) {
      named.add(
          candidates
              .person(scriptId, email)
              .filter(account -> candidates.mayDecide(account, scriptId))
              .map(Account::id)
              .map(Grantee::account)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          PEOPLE,
                          "Nobody with the e-mail address "
                              + email
                              + " may write on this script.")));
    }
    for (String name : body.optionalTexts(GROUPS)) {
      named.add(
          candidates.groups(scriptId).stream()
              .map(Candidates.GroupCandidate::group)
              .filter(group -> group.name().equals(name))
              .map(AccountGroup::id)
              .map(Grantee::group)
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          GROUPS,
                          "There is no group “" + name + "” with anybody who may comment here.")));
    }
    return named;
  }

  /** Takes the rule of a label away; its name is a parameter, as where a label is removed. */
  public void remove(Context context) {
    @Nullable String name = Parameters.text(context, "name");
    if (name == null) {
      throw new BadRequestException("The parameter name says which label's rule to remove.");
    }
    rules.remove(Requester.of(context), context.pathParam("script_id"), name);
    context.status(204);
  }

  /** Answers with what became of labels, newest first. */
  public void log(Context context) {
    String scriptId = context.pathParam("script_id");
    int limit = Parameters.number(context, "limit", ENTRIES, 1, MAX_ENTRIES);
    int before = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    List<LabelLogJson> entries =
        rules.log(scriptId, before, limit + 1).stream().map(LabelRulesApi::entry).toList();
    boolean hasMore = entries.size() > limit;
    List<LabelLogJson> shown = hasMore ? entries.subList(0, limit) : entries;
    @Nullable String next =
        hasMore
            ? ApiUrls.labelLogBefore(scriptId, shown.get(shown.size() - 1).entryId(), limit)
            : null;
    Json.answer(context, 200, new LabelLog(shown, next));
  }

  private static LabelLogJson entry(LabelRules.LabelLogEntry entry) {
    return new LabelLogJson(
        entry.id(),
        entry.name(),
        entry.act().word(),
        entry.from(),
        entry.to(),
        entry.by().isEmpty() ? null : entry.by(),
        ApiTime.format(entry.at()),
        entry.said());
  }
}
