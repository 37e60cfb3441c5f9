package prismq.t.script.versioning.transfer.git;

import picocli.CommandLine;
import prismq.t.script.versioning.transfer.ImportCommand;

/** Runs the import command in a process of its own, which a test can kill. */
final class ImportProcess {
  private ImportProcess() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ImportCommand()).execute(arguments));
  }
}
