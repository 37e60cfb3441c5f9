package prismq.t.script.versioning.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.guest.GuestNames;
import prismq.t.script.versioning.guest.KnownGuest;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * What guests of share links decide about what their link shows. Whether the link lets them is
 * asked before; safe for use by several threads.
 */
public final class GuestVerdicts {
  /** How many the guests of a link may give in a minute, because it can be opened again. */
  static final int MAX_A_MINUTE = 10;

  private static final int MOST = 200;

  private final Database database;
  private final GuestNames names;
  private final AuditLog auditLog;
  private final Clock clock;
  private final GuestVerdictStore store = new GuestVerdictStore();

  /** Keeps them in this database, under these names. */
  public GuestVerdicts(Database database, GuestNames names, AuditLog auditLog, Clock clock) {
    this.database = database;
    this.names = names;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /** Who a guest is, as far as is known. */
  KnownGuest known(Guest guest) {
    return names.known(guest);
  }

  /** What the guests of a link decided about the words of a version, newest first. */
  List<GuestVerdict> ofLink(Guest guest, Version version) {
    return database.read(handle -> store.ofLink(handle, guest.shareLinkId(), version, MOST));
  }

  /** What guests of all links decided about a version, newest first. */
  public List<GuestVerdict> ofVersion(String scriptId, int versionNumber) {
    return database.read(handle -> store.ofVersion(handle, scriptId, versionNumber, MOST));
  }

  /** What they decided about a script, newest first. */
  List<GuestVerdict> ofScript(String scriptId) {
    return database.read(handle -> store.ofScript(handle, scriptId, MOST));
  }

  /** All that stands of what they decided about a script, oldest first. */
  public List<GuestVerdict> all(String scriptId) {
    List<GuestVerdict> all =
        new ArrayList<>(
            database.read(handle -> store.ofScript(handle, scriptId, Integer.MAX_VALUE)));
    Collections.reverse(all);
    return all;
  }

  /**
   * Takes what a guest decided, in place of what they decided about the same words before.
   *
   * @param version as guests are told of it, which does not name the script
   * @throws InvalidInputException if name, verdict or comment are outside the rules
   * @throws Problem if the guests of the link decided too often just now
   */
  void give(String scriptId, Guest guest, Version version, String name, NewVerdict given) {
    if (!Verdict.deciding().contains(given.verdict())) {
      throw new InvalidInputException("verdict", FilledMessage.of("reviews.choose_verdict"));
    }
    KnownGuest writing = names.writing(guest, name);
    NewVerdict checked = given.checked();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    database.write(
        handle -> {
          Instant since = now.minus(1, ChronoUnit.MINUTES);
          if (store.countSince(handle, guest.shareLinkId(), since) >= MAX_A_MINUTE) {
            throw new Problem(
                ProblemKind.TOO_MANY_REQUESTS,
                FilledMessage.of("share.verdicts_too_fast", MAX_A_MINUTE),
                FilledMessage.of("share.comments_too_fast_next"));
          }
          store.insert(handle, scriptId, guest, version, writing.name(), checked, now);
          names.remember(handle, guest, writing);
          String thing = Messages.text("audit.thing.guest_verdict", checked.verdict().title());
          auditLog.record(
              handle,
              AuditEvent.of(AuditAct.VERDICT_GIVEN, scriptId, thing)
                  .onVersion(version.versionNumber())
                  .inTheNameOf(writing.name()));
          return null;
        });
  }
}
