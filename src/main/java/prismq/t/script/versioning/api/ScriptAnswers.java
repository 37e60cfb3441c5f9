package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.statistics.Lengths;
import prismq.t.script.versioning.web.Json;

/** Answers with one script, as its calls do that tell of it, make it and change it. */
public final class ScriptAnswers {
  private final VersionManager versionManager;
  private final ScriptRights rights;
  private final Accounts accounts;
  private final Groups groups;
  private final Projects projects;
  private final Reviews reviews;
  private final Lengths lengths;

  /** Reads with these. */
  public ScriptAnswers(
      VersionManager versionManager,
      ScriptRights rights,
      Accounts accounts,
      Groups groups,
      Projects projects,
      Reviews reviews,
      Lengths lengths) {
    this.versionManager = versionManager;
    this.rights = rights;
    this.accounts = accounts;
    this.groups = groups;
    this.projects = projects;
    this.reviews = reviews;
    this.lengths = lengths;
  }

  /**
   * A script with its branches and the facts of its latest version.
   *
   * @param project the name of the one it is in; null for none that may be known of
   * @param reviewRule how reviews of it are decided
   * @param lengths how long it is to last
   * @param audience null for who does not manage it
   */
  record OneScript(
      @JsonUnwrapped ScriptJson script,
      @Nullable String project,
      @Nullable VersionJson latestVersion,
      List<BranchJson> branches,
      ReviewRuleJson reviewRule,
      @JsonUnwrapped LengthJson lengths,
      @JsonUnwrapped @Nullable AudienceJson audience) {}

  void answer(Context context, int status, String scriptId, Requester requester) {
    Thing.Guarded script = new Thing.GuardedScript(scriptId);
    @Nullable AudienceJson audience =
        Access.may(requester, Right.MANAGE, script)
            ? AudienceJson.of(rights.audience(script), accounts, groups)
            : null;
    @Nullable String project =
        projects.ofScript(requester, scriptId).map(Project::name).orElse(null);
    ReviewRuleJson rule = ReviewRuleJson.of(reviews.rule(scriptId));
    LengthJson length = LengthJson.of(lengths.settings(scriptId));
    Json.answer(
        context,
        status,
        versionManager.view(scriptId, view -> oneScript(view, project, rule, length, audience)));
  }

  private static OneScript oneScript(
      ScriptView view,
      @Nullable String project,
      ReviewRuleJson rule,
      LengthJson length,
      @Nullable AudienceJson audience) {
    return new OneScript(
        ScriptJson.of(view.script()),
        project,
        latestVersion(view),
        BranchJson.of(view.branches(), view.graph()),
        rule,
        length,
        audience);
  }

  private static @Nullable VersionJson latestVersion(ScriptView view) {
    int latest = view.script().latestVersion();
    try {
      return latest == 0
          ? null
          : VersionJson.of(view.version(latest), new VersionLabels(view.labels()));
    } catch (DamagedVersionException e) {
      // The script and its branches can still be shown.
      return null;
    }
  }
}
