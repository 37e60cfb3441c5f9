package prismq.t.script.versioning.share.letter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.mail.MailQueue;
import prismq.t.script.versioning.share.EndingLinks;
import prismq.t.script.versioning.share.ShareLink;

/**
 * Has people written about their share links that end soon, while the server runs: about each end
 * once, also after a restart.
 */
public final class EndingLinkMails implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EndingLinkMails.class);
  private static final int HOURS_BETWEEN = 1;

  private final EndingLinks ending;
  private final EndingLinkWording wording;
  private final MailQueue queue;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "ending links");
            thread.setDaemon(true);
            return thread;
          });

  /** Looks at these links, and sends by this queue, which somebody else closes. */
  public EndingLinkMails(EndingLinks ending, EndingLinkWording wording, MailQueue queue) {
    this.ending = ending;
    this.wording = wording;
    this.queue = queue;
  }

  /** Looks now, and every hour. */
  public void start() {
    var unused = timer.scheduleWithFixedDelay(this::write, 0, HOURS_BETWEEN, TimeUnit.HOURS);
  }

  private void write() {
    try {
      Map<Long, List<ShareLink>> byMaker =
          ending.list().stream().collect(Collectors.groupingBy(ShareLink::makerId));
      byMaker.values().forEach(this::write);
    } catch (RuntimeException e) {
      // The next time does it; a full disk must not end the timer.
      LOG.warn("Share links that end soon were not looked for: {}", e.getMessage());
    }
  }

  private void write(List<ShareLink> links) {
    EndingLinkMail mail = new EndingLinkMail(ending, wording, links);
    queue.add(mail, mail::takeBack);
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
