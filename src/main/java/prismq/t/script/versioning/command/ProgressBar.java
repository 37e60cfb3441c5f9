package prismq.t.script.versioning.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import prismq.t.script.versioning.history.Progress;

/** Shows how far work on versions is: a bar on a terminal, a plain line now and then elsewhere. */
public final class ProgressBar implements Progress, AutoCloseable {
  private static final long TERMINAL_PAUSE_NANOSECONDS = 100_000_000L;
  private static final long PLAIN_PAUSE_NANOSECONDS = 5_000_000_000L;
  private static final int SURE_VERSIONS = 50;
  private static final int SURE_SECONDS = 10;
  private static final int BAR_WIDTH = 30;
  private static final int LINE_WIDTH = 79;

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoseconds;
  private final long start;
  private long shown;
  private int total;
  private int done;
  private boolean drawn;

  /** Starts now. */
  public ProgressBar(PrintWriter out) {
    this(out, isTerminal(), System::nanoTime);
  }

  /**
   * Starts now, on a given clock.
   *
   * @param terminal whether a line can be drawn over
   */
  public ProgressBar(PrintWriter out, boolean terminal, LongSupplier nanoseconds) {
    this.out = out;
    this.terminal = terminal;
    this.nanoseconds = nanoseconds;
    this.start = nanoseconds.getAsLong();
    this.shown = start;
  }

  // Null is the answer up to Java 21, the method isTerminal the one after it; both are asked.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  @Override
  public void total(int versions) {
    total = versions;
  }

  @Override
  public void done(int versions) {
    done += versions;
    long now = nanoseconds.getAsLong();
    if (now - shown >= (terminal ? TERMINAL_PAUSE_NANOSECONDS : PLAIN_PAUSE_NANOSECONDS)) {
      shown = now;
      show(now);
    }
  }

  private void show(long now) {
    double seconds = Math.max(now - start, 1) / 1e9;
    double speed = done / seconds;
    // The total may be known only later, and the first few say nothing about the speed.
    boolean isTold = total >= done && (done >= SURE_VERSIONS || seconds >= SURE_SECONDS);
    String of = total < done ? "" : String.format(Locale.ROOT, " of %,d", total);
    String left = isTold && done > 0 ? ", " + time((total - done) / speed) + " left" : "";
    String counts = String.format(Locale.ROOT, "%,d%s versions, %,.0f/s%s", done, of, speed, left);
    if (terminal) {
      int filled = total == 0 ? 0 : (int) ((long) BAR_WIDTH * Math.min(done, total) / total);
      String line = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled) + " " + counts;
      out.print("\r" + (line + " ".repeat(LINE_WIDTH)).substring(0, LINE_WIDTH));
      drawn = true;
    } else {
      out.println(counts);
    }
    out.flush();
  }

  private static String time(double seconds) {
    long whole = Math.round(Math.ceil(seconds));
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }

  /** Clears the bar, so that further output starts on an empty line. */
  @Override
  public void close() {
    if (drawn) {
      out.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
      out.flush();
      drawn = false;
    }
  }
}
