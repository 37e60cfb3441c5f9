package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.review.ReviewRule;
import prismq.t.script.versioning.review.Reviewing;
import prismq.t.script.versioning.statistics.Lengths;

/** The API's call that changes what is said of a script; its versions never change. */
public final class ScriptChangeApi {
  private static final String FORMAT = "format";
  private static final String DESCRIPTION_REQUIRED = "description_required";
  private static final String RESTRICTED = "restricted";
  private static final String RIGHTS = "rights";
  private static final String PROJECT = "project";
  private static final String ARCHIVED = "archived";
  private static final String REVIEW_RULE = "review_rule";
  private static final List<String> MANAGED = List.of(RESTRICTED, RIGHTS, PROJECT, REVIEW_RULE);

  private final Database database;
  private final VersionManager versionManager;
  private final ScriptRights rights;
  private final Accounts accounts;
  private final Groups groups;
  private final Projects projects;
  private final Reviewing reviewing;
  private final Lengths lengths;
  private final ScriptAnswers answers;

  /** Changes with these what is in this database. */
  public ScriptChangeApi(
      Database database,
      VersionManager versionManager,
      ScriptRights rights,
      Accounts accounts,
      Groups groups,
      Projects projects,
      Reviewing reviewing,
      Lengths lengths,
      ScriptAnswers answers) {
    this.database = database;
    this.versionManager = versionManager;
    this.rights = rights;
    this.accounts = accounts;
    this.groups = groups;
    this.projects = projects;
    this.reviewing = reviewing;
    this.lengths = lengths;
    this.answers = answers;
  }

  /** Changes all that the body names, or nothing of it. */
  public void change(Context context) {
    String scriptId = context.pathParam("script_id");
    Requester requester = Requester.of(context);
    JsonBody body =
        JsonBody.read(
            context,
            Stream.concat(
                    Stream.of(FORMAT, DESCRIPTION_REQUIRED, ARCHIVED),
                    Stream.concat(MANAGED.stream(), LengthJson.FIELDS.stream()))
                .toList());
    Optional<TextFormat> format = format(body);
    @Nullable Boolean isRequired = body.optionalBoolean(DESCRIPTION_REQUIRED);
    @Nullable Boolean isArchived = body.optionalBoolean(ARCHIVED);
    boolean isManaged = MANAGED.stream().anyMatch(body::has) || LengthJson.isIn(body);
    if (isArchived != null || isManaged) {
      // Before anything is looked up that only those who manage it may ask for.
      checkManages(context);
    } else if (isRequired == null) {
      body.present(FORMAT);
    }
    Optional<UnaryOperator<ScriptAudience>> audience = audience(body);
    Optional<ReviewRule> reviewRule =
        body.has(REVIEW_RULE)
            ? Optional.of(ReviewRuleJson.rule(body.optionalObject(REVIEW_RULE)))
            : Optional.empty();
    @Nullable Project project = project(requester, body);
    // One transaction around all, which each of them joins.
    database.write(
        handle -> {
          if (isRequired != null) {
            versionManager.changeDescriptionRule(scriptId, isRequired);
          }
          if (body.has(FORMAT)) {
            versionManager.changeFormat(scriptId, format.orElse(null));
          }
          if (isArchived != null) {
            projects.archive(scriptId, isArchived);
          }
          if (body.has(PROJECT)) {
            projects.move(requester, scriptId, project);
          }
          if (LengthJson.isIn(body)) {
            lengths.change(scriptId, before -> LengthJson.changed(body, before));
          }
          reviewRule.ifPresent(rule -> reviewing.changeRule(scriptId, rule));
          audience.ifPresent(
              change ->
                  rights.change(
                      requester, new Thing.GuardedScript(scriptId), scriptId, false, change));
          return null;
        });
    answers.answer(context, 200, scriptId, rights.now(requester));
  }

  /** Empty to have each text tell. */
  private static Optional<TextFormat> format(JsonBody body) {
    @Nullable String word = body.optionalText(FORMAT);
    Optional<TextFormat> format = Optional.ofNullable(word).flatMap(TextFormat::named);
    if (word != null && format.isEmpty()) {
      throw new InvalidInputException(
          FORMAT,
          "It is screenplay, markdown, narration or plain, or null to have each text tell.");
    }
    return format;
  }

  /** The project to move the script to; null for none. */
  private @Nullable Project project(Requester requester, JsonBody body) {
    @Nullable String name = body.optionalText(PROJECT);
    return name == null ? null : projects.named(requester, name);
  }

  /** What is asked to become of who is named for the script; empty where nothing is. */
  private Optional<UnaryOperator<ScriptAudience>> audience(JsonBody body) {
    if (!body.has(RESTRICTED) && !body.has(RIGHTS)) {
      return Optional.empty();
    }
    @Nullable Boolean restricted = body.optionalBoolean(RESTRICTED);
    @Nullable Map<Grantee, Right> named =
        body.has(RIGHTS)
            ? AudienceJson.named(body.optionalObjects(RIGHTS), accounts, groups)
            : null;
    return Optional.of(
        before ->
            new ScriptAudience(
                restricted == null ? before.isRestricted() : restricted,
                named == null ? before.rights() : named));
  }

  private static void checkManages(Context context) {
    if (!Access.may(Requester.of(context), Right.MANAGE, Thing.of(context))) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          FilledMessage.of("gate.not_manager"),
          FilledMessage.of("gate.ask_manager"));
    }
  }
}
