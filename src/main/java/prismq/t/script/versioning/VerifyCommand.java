package prismq.t.script.versioning;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Verification;

/** Checks that every version is still what was saved. */
@Command(
    name = "verify",
    description = "Reads every version of every script and names what is broken.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    try (Database database = data.openExisting()) {
      Verification.Report report = new Verification(database).run();
      List<Verification.Problem> problems = report.problems();
      problems.forEach(problem -> System.out.println(problem.line()));
      System.out.println(report.summary());
      return problems.isEmpty() ? 0 : 1;
    }
  }
}
