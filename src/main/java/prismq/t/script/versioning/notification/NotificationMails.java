package prismq.t.script.versioning.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.mail.Mail;
import prismq.t.script.versioning.mail.MailQueue;
import prismq.t.script.versioning.notification.NotificationStore.WaitingMail;

/** Has people written to about what they were told on pages. For one thread. */
public final class NotificationMails {
  /** How long nothing is sent after the mail server took none. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Database database;
  private final Accounts accounts;
  private final ScriptRights rights;
  private final Watches watches;
  private final MailStops stops;
  private final NotificationWording wording;
  private final MailQueue queue;
  private final Clock clock;
  private final NotificationStore store = new NotificationStore();

  /** Those that are in the queue. */
  private final Set<MailKey> queued = ConcurrentHashMap.newKeySet();

  private volatile Instant notBefore = Instant.EPOCH;

  /** Writes by this wording, and sends by this queue, which somebody else closes. */
  public NotificationMails(
      Database database,
      Accounts accounts,
      ScriptRights rights,
      Watches watches,
      MailStops stops,
      NotificationWording wording,
      MailQueue queue,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.rights = rights;
    this.watches = watches;
    this.stops = stops;
    this.wording = wording;
    this.queue = queue;
    this.clock = clock;
  }

  /** Whom a mail is for, and what about. */
  private record MailKey(long account, String scriptId) {}

  /** Has all mails sent that are due. */
  public void run() {
    Instant now = now();
    if (now.isBefore(notBefore)) {
      return;
    }
    for (WaitingMail waiting : database.read(store::waiting)) {
      MailKey key = new MailKey(waiting.account(), waiting.scriptId());
      if (MailWait.isOver(waiting.mailedAt(), waiting.seenAt(), now) && queued.add(key)) {
        List<Long> told = new ArrayList<>();
        queue.add(() -> written(key, told), () -> takeBack(told));
      }
    }
  }

  /** The mail, by what counts in the moment in which it is sent; empty where there is none. */
  private Optional<Mail> written(MailKey key, List<Long> told) {
    queued.remove(key);
    Account account = accounts.account(key.account);
    boolean isSent =
        !stops.has(key.account)
            && watches.of(key.account, key.scriptId).isWrittenTo()
            && Notifier.mayRead(rights, account, key.scriptId);
    long at = isSent ? now().toEpochMilli() : 0;
    List<Notification> all =
        database.write(
            handle -> {
              List<Notification> unmailed = store.unmailed(handle, key.account, key.scriptId);
              unmailed.forEach(one -> store.mail(handle, one.id(), at));
              return unmailed;
            });
    if (!isSent || all.isEmpty()) {
      return Optional.empty();
    }
    all.forEach(one -> told.add(one.id()));
    return Optional.of(wording.mail(account, all));
  }

  /** Has it tried again later, because it was not sent. */
  private void takeBack(List<Long> told) {
    notBefore = now().plus(PAUSE);
    Set<Long> unsent = new HashSet<>(told);
    database.write(
        handle -> {
          unsent.forEach(id -> store.mail(handle, id, null));
          return null;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
