package prismq.t.script.versioning.command;

import java.io.PrintWriter;
import picocli.CommandLine.ParameterException;
import prismq.t.script.versioning.files.DiskRoom;
import prismq.t.script.versioning.problem.OneLine;

/** Turns how a command ended into its exit status. */
public final class ExitStatus {
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
    } catch (Exception e) {
      errors.println(line(e));
      errors.flush();
      return 1;
    }
  }

  /** What went wrong, in one line. */
  public static String line(Exception e) {
    return DiskRoom.isLackedIn(e)
        ? "The disk is full, so this was not finished. Make room, then try again."
        : OneLine.of(e);
  }
}
