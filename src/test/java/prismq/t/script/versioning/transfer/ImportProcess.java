package prismq.t.script.versioning.transfer;

import picocli.CommandLine;

/** Runs the import command in a process of its own, which a test can kill. */
final class ImportProcess {
  private ImportProcess() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ImportCommand()).execute(arguments));
  }
}
