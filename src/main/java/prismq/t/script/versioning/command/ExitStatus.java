package prismq.t.script.versioning.command;

import java.io.PrintWriter;
import picocli.CommandLine.ParameterException;
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
      errors.println(OneLine.of(e));
      errors.flush();
      return 1;
    }
  }
}
