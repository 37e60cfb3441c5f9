package prismq.t.script.versioning.command;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;
import prismq.t.script.versioning.files.DiskRoom;
import prismq.t.script.versioning.problem.OneLine;

/** Turns how a command ended into its exit status. */
public final class ExitStatus {
  private static final Logger LOG = LoggerFactory.getLogger(ExitStatus.class);

  private ExitStatus() {}

  /** What a command does. */
  public interface Action {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * 0 if the action was done; 1 where it failed, with one line on why.
   *
   * @throws ParameterException if the command was called wrongly, which is for picocli to tell
   */
  public static int of(Action action, PrintWriter errors) {
    try {
      action.run();
      return 0;
    } catch (ParameterException e) {
      throw e;
    } catch (Exception | Error e) {
      LOG.debug("A command failed", e);
      errors.println(line(e));
      errors.flush();
      return 1;
    }
  }

  /** What went wrong, in one line. */
  public static String line(Throwable e) {
    return DiskRoom.isLackedIn(e)
        ? "The disk is full, so this was not finished. Make room, then try again."
        : OneLine.sentence(e);
  }
}
