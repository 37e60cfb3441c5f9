package prismq.t.script.versioning.label;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.TechnicalAccounts;
import prismq.t.script.versioning.annotate.AnnotatedVersion;
import prismq.t.script.versioning.annotate.Shares;
import prismq.t.script.versioning.annotate.Source;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.label.EditorialRecord.AiShare;
import prismq.t.script.versioning.label.EditorialRecord.Responsible;
import prismq.t.script.versioning.label.LabelRules.LabelLogEntry;
import prismq.t.script.versioning.label.ResponsibleStore.ResponsibleRow;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.review.ReviewLapse;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.review.WordingVerdict;
import prismq.t.script.versioning.search.Annotations;

/** Makes the editorial records of labels. Safe for use by several threads. */
public final class EditorialRecords {
  private final Database database;
  private final VersionManager versions;
  private final Accounts accounts;
  private final TechnicalAccounts programs;
  private final Reviews reviews;
  private final LabelRules rules;
  private final Annotations annotations;
  private final AuditLog auditLog;
  private final Clock clock;
  private final ResponsibleStore store = new ResponsibleStore();

  /** Reads all that is known of labels of this database, by this clock. */
  public EditorialRecords(
      Database database,
      VersionManager versions,
      Accounts accounts,
      TechnicalAccounts programs,
      Reviews reviews,
      LabelRules rules,
      Annotations annotations,
      AuditLog auditLog,
      Clock clock) {
    this.database = database;
    this.versions = versions;
    this.accounts = accounts;
    this.programs = programs;
    this.reviews = reviews;
    this.rules = rules;
    this.annotations = annotations;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  private Label label(String scriptId, String typed) {
    String name = Label.tidied(typed);
    return versions.labels(scriptId).stream()
        .filter(label -> label.name().equals(name))
        .findFirst()
        .orElseThrow(() -> NotFoundException.label(versions.script(scriptId), name));
  }

  /**
   * The record of a label.
   *
   * @throws NotFoundException if no version of the script has it
   */
  public EditorialRecord of(String scriptId, String name) {
    Label label = label(scriptId, name);
    int number = label.versionNumber();
    Version version = versions.version(scriptId, number);
    List<WordingVerdict> verdicts = reviews.verdicts(scriptId, number);
    int first =
        verdicts.stream()
            .mapToInt(said -> said.version().versionNumber())
            .filter(reviewed -> reviewed < number)
            .min()
            .orElse(0);
    return new EditorialRecord(
        versions.script(scriptId),
        label,
        version,
        given(scriptId, label),
        verdicts,
        responsible(scriptId, label),
        first == 0 ? null : share(scriptId, first),
        share(scriptId, number),
        lapse(scriptId, number));
  }

  private @Nullable LabelLogEntry given(String scriptId, Label label) {
    return rules.given(scriptId, label.name(), label.versionNumber());
  }

  private List<Responsible> responsible(String scriptId, Label label) {
    Map<Long, Account> known = accounts.everybody();
    List<Responsible> responsible = new ArrayList<>();
    for (ResponsibleRow row : database.read(handle -> store.list(handle, scriptId, label.name()))) {
      @Nullable Account account = known.get(row.account());
      if (account != null) {
        responsible.add(
            new Responsible(
                account,
                row.versionNumber(),
                row.takenAt(),
                reviews.haveSameWords(scriptId, row.versionNumber(), label.versionNumber())));
      }
    }
    return responsible;
  }

  /** Null where the text cannot be traced. */
  private @Nullable AiShare share(String scriptId, int number) {
    try {
      Shares shares =
          Shares.of(AnnotatedVersion.of(annotations, scriptId, view -> view.version(number)));
      double percent =
          shares.sources().stream()
              .filter(share -> share.of() == Source.AI)
              .mapToDouble(Shares.Share::percent)
              .sum();
      return new AiShare(number, percent);
    } catch (DamagedVersionException e) {
      return null;
    }
  }

  private @Nullable ReviewLapse lapse(String scriptId, int number) {
    try {
      return reviews.lapse(scriptId, number);
    } catch (DamagedVersionException e) {
      return null;
    }
  }

  /** Whether somebody can take responsibility: a person who is signed in. */
  boolean mayTake(Requester requester) {
    return requester instanceof Requester.SignedIn signedIn
        && !programs.all().contains(signedIn.account().id());
  }

  /**
   * Takes responsibility for the words of the version that has a label.
   *
   * @param version the one that was shown
   * @throws NotFoundException if no version of the script has the label
   * @throws Problem if it is no person who asks, or the label is on another version by now
   */
  public void take(Requester requester, String scriptId, String name, int version) {
    Label label = label(scriptId, name);
    if (!mayTake(requester)) {
      throw new Problem(ProblemKind.FORBIDDEN, FilledMessage.of("record.only_people"));
    }
    if (label.versionNumber() != version) {
      throw new Problem(
          ProblemKind.STALE_BASE,
          FilledMessage.of("record.moved", label.name(), label.versionNumber()),
          FilledMessage.of("record.moved_next"));
    }
    Account account = ((Requester.SignedIn) requester).account();
    database.write(
        handle -> {
          store.add(
              handle,
              scriptId,
              label.name(),
              new ResponsibleRow(
                  version, account.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
          auditLog.record(
              handle,
              new AuditEvent(
                  AuditAct.RESPONSIBILITY_TAKEN,
                  CurrentActor.get(),
                  scriptId,
                  version,
                  label.name()));
          return null;
        });
  }
}
