package prismq.t.script.versioning.buffering;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/**
 * Drops what a client still sends after its answer. Were the connection closed before, the
 * operating system would tell the client of that in place of the answer (RFC 9112, section 9.6).
 */
final class Lingering {
  private final Request request;
  private final Incoming incoming;
  private final Limits limits;
  private final Runnable whenOver;
  private final long start = NanoTime.now();
  private long dropped;
  private long droppedAtLastLook;
  private boolean isOver;

  /**
   * How long that lasts at most.
   *
   * @param bytes to be dropped
   * @param whole time from the answer on
   * @param pause after which a client that sends nothing is taken to be done; it may be waited for
   *     twice as long
   */
  record Limits(long bytes, Duration whole, Duration pause) {
    /** The times are those of nginx. */
    static final Limits USUAL =
        new Limits(1_000_000_000, Duration.ofSeconds(30), Duration.ofSeconds(5));
  }

  /**
   * Prepares it.
   *
   * @param incoming what is dropped
   * @param whenOver is run once, when the client is done or a limit is reached
   */
  Lingering(Request request, Incoming incoming, Limits limits, Runnable whenOver) {
    this.request = request;
    this.incoming = incoming;
    this.limits = limits;
    this.whenOver = whenOver;
  }

  /** Begins; the rest is done as bytes arrive. */
  void begin() {
    lookLater();
    readOn();
  }

  private synchronized void readOn() {
    while (!isOver) {
      int bytes = incoming.drop();
      if (bytes == 0) {
        incoming.whenMore(this::readOn);
        return;
      }
      dropped += Math.max(bytes, 0);
      if (bytes == Incoming.END || dropped > limits.bytes || isLate()) {
        end();
      }
    }
  }

  private void lookLater() {
    request.getComponents().getScheduler().schedule(this::look, limits.pause);
  }

  private synchronized void look() {
    if (isOver) {
      return;
    }
    if (dropped == droppedAtLastLook || isLate()) {
      end();
    } else {
      droppedAtLastLook = dropped;
      lookLater();
    }
  }

  private boolean isLate() {
    return NanoTime.since(start) > limits.whole.toNanos();
  }

  private void end() {
    isOver = true;
    whenOver.run();
  }
}
