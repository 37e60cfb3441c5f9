package prismq.t.script.versioning.label;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.group.AccountGroup;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.Reviews;

/** The rules of labels, and the log of what became of these. Safe for use by several threads. */
public final class LabelRules {
  private final Database database;
  private final VersionManager versions;
  private final Accounts accounts;
  private final Groups groups;
  private final LabelObstacles obstacles;
  private final AuditLog auditLog;
  private final Clock clock;
  private final LabelRuleStore store = new LabelRuleStore();
  private final LabelLogStore log = new LabelLogStore();

  /** Keeps them in this database, by this clock. */
  public LabelRules(
      Database database,
      VersionManager versions,
      Accounts accounts,
      Groups groups,
      Reviews reviews,
      Threads threads,
      AuditLog auditLog,
      Clock clock) {
    this.database = database;
    this.versions = versions;
    this.accounts = accounts;
    this.groups = groups;
    this.obstacles = new LabelObstacles(groups, reviews, threads);
    this.auditLog = auditLog;
    this.clock = clock;
  }

  LabelObstacles obstacles() {
    return obstacles;
  }

  /** A rule with the names of those whom it names, as it is shown. */
  public record ShownLabelRule(LabelRule rule, List<String> people, List<String> groups) {
    /** The rule in sentences. */
    public String sentence() {
      String movers = rule.movers() == LabelMovers.NAMED ? namedOrNobody() : rule.movers().title();
      String sentence = Messages.text("label.moved_by", movers);
      if (rule.approvals() > 0) {
        sentence = with(sentence, needed());
      }
      return rule.needsThreadsResolved()
          ? with(sentence, Messages.text("label.needs_threads"))
          : sentence;
    }

    private String needed() {
      String number = Integer.toString(rule.approvals());
      return Messages.count("label.needs_approvals", rule.approvals(), number);
    }

    /** Of a rule from elsewhere nobody is named here. */
    private String namedOrNobody() {
      List<String> named = named();
      return named.isEmpty() ? Messages.text("label.movers.nobody") : Messages.list(named);
    }

    private List<String> named() {
      return Stream.concat(people.stream(), groups.stream()).toList();
    }

    private static String with(String sentence, String next) {
      return Messages.text("problem.and_next", sentence, next);
    }
  }

  Optional<LabelRule> find(String scriptId, String name) {
    return database.read(handle -> store.find(handle, scriptId, name));
  }

  /** Those of a script, by the names of their labels. */
  public List<ShownLabelRule> list(String scriptId) {
    List<LabelRule> rules = database.read(handle -> store.list(handle, scriptId));
    return rules.isEmpty() ? List.of() : rules.stream().map(this::shown).toList();
  }

  private ShownLabelRule shown(LabelRule rule) {
    return new ShownLabelRule(
        rule,
        accounts.list().stream()
            .filter(account -> rule.named().contains(Grantee.account(account.id())))
            .map(Account::name)
            .toList(),
        groups.list().stream()
            .filter(group -> rule.named().contains(Grantee.group(group.id())))
            .map(AccountGroup::name)
            .toList());
  }

  /**
   * Sets the rule of a label, in place of another one.
   *
   * @throws prismq.t.script.versioning.history.InvalidInputException if it is outside the rules
   */
  public ShownLabelRule put(Requester requester, String scriptId, LabelRule rule) {
    LabelRule checked = rule.checked();
    ShownLabelRule shown = shown(checked);
    database.write(
        handle -> {
          Optional<LabelRule> before = store.find(handle, scriptId, checked.name());
          if (!before.equals(Optional.of(checked))) {
            store.put(handle, scriptId, checked);
            record(requester, scriptId, checked.name(), shown.sentence());
          }
          return null;
        });
    return shown;
  }

  /**
   * Takes the rule of a label away, so that whoever may write moves it.
   *
   * @throws NotFoundException if it has none
   */
  public void remove(Requester requester, String scriptId, String typed) {
    String name = Label.tidied(typed);
    database.write(
        handle -> {
          if (store.find(handle, scriptId, name).isEmpty()) {
            throw NotFoundException.labelRule(versions.script(scriptId), name);
          }
          store.delete(handle, scriptId, name);
          record(requester, scriptId, name, Messages.text("label.rule_gone"));
          return null;
        });
  }

  private void record(Requester requester, String scriptId, String name, String said) {
    @Nullable Account account = requester.account();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    database.write(
        handle -> {
          log.add(
              handle,
              scriptId,
              new LabelEvent(
                  0,
                  name,
                  LabelAct.RULE_CHANGED,
                  null,
                  null,
                  account == null ? null : account.id(),
                  now,
                  said));
          auditLog.record(
              handle, AuditEvent.of(AuditAct.LABEL_RULE_CHANGED, scriptId, name + ": " + said));
          return null;
        });
  }

  /**
   * Something that became of a label, as it is shown.
   *
   * @param by the name of who did it; empty where nobody has an account
   */
  public record LabelLogEntry(
      long id,
      String name,
      LabelAct act,
      @Nullable Integer from,
      @Nullable Integer to,
      String by,
      Instant at,
      String said) {}

  /** The log of a script from below an id on, newest first. */
  public List<LabelLogEntry> log(String scriptId, long below, int limit) {
    return entries(database.read(handle -> log.list(handle, scriptId, below, limit)));
  }

  private List<LabelLogEntry> entries(List<LabelEvent> events) {
    Map<Long, Account> known = accounts.everybody();
    return events.stream()
        .map(
            event ->
                new LabelLogEntry(
                    event.id(),
                    event.name(),
                    event.act(),
                    event.from(),
                    event.to(),
                    name(known, event.account()),
                    event.at(),
                    event.said()))
        .toList();
  }

  /** How a version got a label; null where that is not in the log. */
  @Nullable LabelLogEntry given(String scriptId, String label, int version) {
    return database
        .read(handle -> log.lastMove(handle, scriptId, label, version))
        .map(event -> entries(List.of(event)).get(0))
        .orElse(null);
  }

  private static String name(Map<Long, Account> known, @Nullable Long id) {
    @Nullable Account account = id == null ? null : known.get(id);
    return account == null ? "" : account.name();
  }
}
