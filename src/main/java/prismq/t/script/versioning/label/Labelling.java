package prismq.t.script.versioning.label;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.LabelManager;
import prismq.t.script.versioning.history.LabelManager.Given;
import prismq.t.script.versioning.history.VersionManager;

/** Moves labels as their rules let it, and keeps a log of that. Safe for several threads. */
public final class Labelling {
  /** Longest reason to move a label against its rule, in characters. */
  static final int MAX_REASON = 500;

  private final Database database;
  private final VersionManager versions;
  private final LabelManager labels;
  private final LabelObstacles obstacles;
  private final LabelRules rules;
  private final AuditLog auditLog;
  private final Clock clock;
  private final LabelLogStore log = new LabelLogStore();

  /** Moves labels of this database, by this clock. */
  public Labelling(
      Database database,
      VersionManager versions,
      LabelRules rules,
      AuditLog auditLog,
      Clock clock) {
    this.database = database;
    this.versions = versions;
    this.labels = versions.labelManager();
    this.obstacles = rules.obstacles();
    this.rules = rules;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /**
   * A move of a label that is asked for.
   *
   * @param version that is to get it
   * @param mayTake whether another version may lose it
   * @param reason to move it against its rule; empty for none
   */
  public record LabelMove(String name, int version, boolean mayTake, String reason) {}

  /**
   * Gives a version a label.
   *
   * @throws LabelRefusedException if its rule does not let it
   * @throws prismq.t.script.versioning.history.NameTakenException if another version has it, and
   *     may not lose it
   */
  public Given give(Requester requester, String scriptId, LabelMove move) {
    String name = Label.checkedName(move.name);
    // What makes no sense is said before it is asked who may.
    versions.version(scriptId, move.version);
    LabelChange change = new LabelChange(requester, scriptId, name, move.version, move.reason);
    return attempt(
        change,
        (handle, said) -> {
          @Nullable Integer from = version(scriptId, name);
          Given given =
              move.mayTake
                  ? labels.move(scriptId, name, move.version)
                  : labels.give(scriptId, name, move.version);
          if (given.isNew()) {
            LabelAct act = from == null ? LabelAct.ADDED : LabelAct.MOVED;
            record(handle, change, said == null ? act : LabelAct.OVERRIDDEN, from, said);
          }
          return given;
        });
  }

  /**
   * Removes a label; returns what it was.
   *
   * @param reason to remove it against its rule; empty for none
   * @throws LabelRefusedException if its rule does not let it
   */
  public Label remove(Requester requester, String scriptId, String typed, String reason) {
    String name = Label.tidied(typed);
    LabelChange change = new LabelChange(requester, scriptId, name, null, reason);
    return attempt(
        change,
        (handle, said) -> {
          Label removed = labels.remove(scriptId, name);
          LabelAct act = said == null ? LabelAct.REMOVED : LabelAct.OVERRIDDEN;
          record(handle, change, act, removed.versionNumber(), said);
          return removed;
        });
  }

  /** What is asked for; to is null for a label that is only taken away. */
  private record LabelChange(
      Requester requester, String scriptId, String name, @Nullable Integer to, String reason) {
    private boolean mayOverride() {
      return Access.may(requester, Right.MANAGE, new Thing.GuardedScript(scriptId));
    }
  }

  /** Changes a label; said is why, where it is against its rule. */
  private interface LabelWork<T> {
    T change(Handle handle, @Nullable String said);
  }

  private <T> T attempt(LabelChange change, LabelWork<T> work) {
    try {
      // Comparing texts may take a while; inside, the answers are known already.
      obstacles(change);
      return database.write(
          handle -> {
            List<String> found = obstacles(change);
            String reason = Field.text("override_reason", change.reason.strip(), MAX_REASON);
            if (!found.isEmpty() && (reason.isEmpty() || !change.mayOverride())) {
              throw new LabelRefusedException(change.name, found, change.mayOverride());
            }
            return work.change(handle, found.isEmpty() ? null : reason);
          });
    } catch (LabelRefusedException e) {
      // In a transaction of its own, because the other one is undone.
      database.write(
          handle -> {
            @Nullable Integer from = version(change.scriptId, change.name);
            record(handle, change, LabelAct.REFUSED, from, e.told());
            return null;
          });
      throw e;
    }
  }

  private List<String> obstacles(LabelChange change) {
    Optional<LabelRule> rule = rules.find(change.scriptId, change.name);
    boolean isThere =
        change.to != null && Objects.equals(version(change.scriptId, change.name), change.to);
    return rule.isEmpty() || isThere
        ? List.of()
        : obstacles.of(change.requester, change.scriptId, rule.get(), change.to);
  }

  /** The version that has a label; null for none. */
  private @Nullable Integer version(String scriptId, String name) {
    return versions.labels(scriptId).stream()
        .filter(label -> label.name().equals(name))
        .map(Label::versionNumber)
        .findFirst()
        .orElse(null);
  }

  private void record(
      Handle handle,
      LabelChange change,
      LabelAct act,
      @Nullable Integer from,
      @Nullable String said) {
    @Nullable Account account = change.requester.account();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    log.add(
        handle,
        change.scriptId,
        new LabelEvent(
            0,
            change.name,
            act,
            from,
            change.to,
            account == null ? null : account.id(),
            now,
            said == null ? "" : said));
    if (act == LabelAct.OVERRIDDEN) {
      auditLog.record(
          handle,
          new AuditEvent(
              AuditAct.LABEL_OVERRIDDEN,
              CurrentActor.get(),
              change.scriptId,
              change.to == null ? from : change.to,
              change.name + ": " + said));
    }
  }
}
