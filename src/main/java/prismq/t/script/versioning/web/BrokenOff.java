package prismq.t.script.versioning.web;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.QuietException;
import org.jspecify.annotations.Nullable;

/** Tells failures for which nobody but the client is to blame: it went away, or fell silent. */
public final class BrokenOff {
  /** What operating systems say; Java has no type of its own for it. */
  private static final Pattern SAID =
      Pattern.compile("(?i)broken pipe|connection (was )?(reset|aborted)|stream closed");

  private BrokenOff() {}

  /** Whether this is one. */
  public static boolean isCauseOf(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EofException
          || cause instanceof ClosedChannelException
          || cause instanceof TimeoutException
          || cause instanceof QuietException
          || (cause instanceof IOException
              && SAID.matcher(String.valueOf(cause.getMessage())).find())) {
        return true;
      }
    }
    return false;
  }
}
