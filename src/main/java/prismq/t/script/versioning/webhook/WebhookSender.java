package prismq.t.script.versioning.webhook;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.notification.Notification;
import prismq.t.script.versioning.notification.Notifications;
import prismq.t.script.versioning.problem.OneLine;

/**
 * Tells addresses what happened while the server runs, each one thing after the other. What is not
 * taken is tried again for three days, then given up until somebody has it sent again.
 */
public final class WebhookSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int MILLISECONDS_BETWEEN = 500;
  private static final int AT_ONCE = 4;

  /** How often it looks where nothing has changed and nothing waits. */
  private static final Duration AT_LEAST = Duration.ofMinutes(1);

  private static final int GONE = 410;

  /** How long to wait after each attempt: a little less than three days in all. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(20));

  private final Database database;
  private final Accounts accounts;
  private final ScriptRights rights;
  private final Notifications notifications;
  private final String baseUrl;
  private final boolean mayReachInside;
  private final Clock clock;
  private final WebhookStore store = new WebhookStore();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(named("webhook timer"));
  private final ExecutorService sending = Executors.newFixedThreadPool(AT_ONCE, named("webhook"));
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

  private volatile long lookedAt = -1;
  private volatile Instant nextLook = Instant.EPOCH;

  /** Made for the first message, because most servers send none. */
  private @Nullable WebhookClient client;

  /**
   * Tells what people may read by these rights.
   *
   * @param baseUrl what addresses start with
   * @param mayReachInside whether addresses of this machine and of inner networks are told
   */
  public WebhookSender(
      Database database,
      Accounts accounts,
      ScriptRights rights,
      Notifications notifications,
      String baseUrl,
      boolean mayReachInside,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.rights = rights;
    this.notifications = notifications;
    this.baseUrl = baseUrl;
    this.mayReachInside = mayReachInside;
    this.clock = clock;
  }

  private static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Starts to look, unless nothing can be written. */
  public void start() {
    if (!database.isReadOnly()) {
      var unused =
          timer.scheduleWithFixedDelay(this::look, 0, MILLISECONDS_BETWEEN, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    long changeCount = database.changeCount();
    if (changeCount == lookedAt && now().isBefore(nextLook)) {
      return;
    }
    nextLook = now().plus(AT_LEAST);
    try {
      if (database.read(store::isBehind)) {
        database.writeUncounted(
            handle -> {
              store.catchUp(handle, now());
              store.forgetTrials(handle, now().minus(Notifications.KEPT));
              return null;
            });
      }
      List<WebhookDelivery> waiting = database.read(store::waiting);
      for (WebhookDelivery next : waiting) {
        Instant due = Objects.requireNonNull(next.dueAt());
        if (due.isAfter(now())) {
          nextLook = due.isBefore(nextLook) ? due : nextLook;
        } else if (underWay.add(next.webhook())) {
          sending.execute(() -> send(next));
        }
      }
    } catch (RuntimeException e) {
      // The next look does it; a full disk must not end the timer.
      LOG.warn("No webhook was told what happened: {}", e.getMessage());
    }
    lookedAt = changeCount;
  }

  private void send(WebhookDelivery due) {
    // There may be more for the same address.
    Instant next = Instant.EPOCH;
    try {
      WebhookDelivery after = attempted(due);
      database.writeUncounted(
          handle -> {
            store.note(handle, after);
            return null;
          });
    } catch (RuntimeException e) {
      LOG.warn("What came of a webhook was not noted: {}", e.getMessage());
      next = now().plus(WAITS.get(0));
    } finally {
      underWay.remove(due.webhook());
      nextLook = next;
    }
  }

  /** Who is told what at which address, by what counts in the moment in which it is sent. */
  private record Outgoing(Webhook webhook, String secret, String body) {}

  private WebhookDelivery attempted(WebhookDelivery due) {
    Optional<Outgoing> outgoing = outgoing(due);
    if (outgoing.isEmpty()) {
      return new WebhookDelivery(
          due.id(),
          due.webhook(),
          due.notification(),
          due.createdAt(),
          due.attempts(),
          null,
          now(),
          "not sent, because it may not be read any more");
    }
    try {
      int status = post(due, outgoing.get());
      boolean isTaken = status >= 200 && status < 300;
      return after(due, isTaken, status == GONE, "answered " + status);
    } catch (IOException | RuntimeException e) {
      return after(due, false, false, OneLine.of(e));
    }
  }

  private WebhookDelivery after(
      WebhookDelivery due, boolean isTaken, boolean isFinal, String outcome) {
    int attempts = due.attempts() + 1;
    boolean isTriedAgain = !isTaken && !isFinal && attempts <= WAITS.size();
    return new WebhookDelivery(
        due.id(),
        due.webhook(),
        due.notification(),
        due.createdAt(),
        attempts,
        isTriedAgain ? now().plus(WAITS.get(attempts - 1)) : null,
        isTaken ? now() : null,
        outcome);
  }

  private Optional<Outgoing> outgoing(WebhookDelivery due) {
    Webhook webhook = database.read(handle -> store.find(handle, due.webhook())).orElseThrow();
    Account account = accounts.account(webhook.account());
    if (account.isDisabled()) {
      return Optional.empty();
    }
    String secret = database.read(handle -> store.secret(handle, webhook.id()));
    Long told = due.notification();
    if (told == null) {
      return Optional.of(new Outgoing(webhook, secret, WebhookMessage.trial(due.createdAt())));
    }
    Optional<Notification> found =
        notifications.find(account.id(), told, Access.readable(account, rights.of(account)));
    return found.map(one -> new Outgoing(webhook, secret, WebhookMessage.of(one, baseUrl)));
  }

  private int post(WebhookDelivery due, Outgoing outgoing) throws IOException {
    String id = WebhookSignature.messageId(outgoing.secret, due.id());
    long timestamp = now().getEpochSecond();
    Map<String, String> headers = new HashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put(
        "webhook-signature", WebhookSignature.of(outgoing.secret, id, timestamp, outgoing.body));
    headers.put("User-Agent", "Script-Versioning-Webhook");
    return client().send(outgoing.webhook.url(), headers, outgoing.body);
  }

  private synchronized WebhookClient client() {
    WebhookClient known = client;
    if (known == null) {
      known = new WebhookClient(mayReachInside);
      client = known;
    }
    return known;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    sending.shutdown();
    try {
      // What it notes must not come after the database is closed.
      if (!sending.awaitTermination(2, TimeUnit.SECONDS)) {
        sending.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (client != null) {
        client.close();
      }
    }
  }
}
