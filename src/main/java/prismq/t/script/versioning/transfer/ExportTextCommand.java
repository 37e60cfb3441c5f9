package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.files.NewFile;
import prismq.t.script.versioning.files.NotWrittenException;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** The command {@code export text}. */
@Command(name = "text", description = "Gives out the text of a version, byte for byte.")
final class ExportTextCommand extends DataCommand {
  @Parameters(paramLabel = "SCRIPT", description = "The script.")
  private String script = "";

  @Option(
      names = "--version-number",
      paramLabel = "N",
      description = "Which version (default: the latest on the branch).")
  private @Nullable Integer versionNumber;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "The branch whose head is meant (default: main).")
  private @Nullable String branch;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The file to make; it must not exist yet (default: the standard output).")
  private @Nullable Path output;

  @Override
  protected void run() throws IOException {
    if (versionNumber != null && branch != null) {
      throw new ParameterException(line(), "Give either --version-number or --branch.");
    }
    if (output != null) {
      NewFile.check(output);
    }
    byte[] text = text();
    if (output == null) {
      System.out.write(text, 0, text.length);
      System.out.flush();
    } else {
      write(output, text);
      out().printf(Locale.ROOT, "%s: %,d bytes%n", output, text.length);
    }
  }

  private byte[] text() {
    try (Database database = data().openExisting()) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      int number = versionNumber == null ? head(manager) : versionNumber;
      byte[] text = manager.content(script, number).bytes();
      AuditLog.of(database).tryToRecord(AuditEvent.of(AuditAct.EXPORTED, script, asCalled()));
      return text;
    }
  }

  private int head(VersionManager manager) {
    Branch named = manager.branch(script, branch == null ? Branch.MAIN : branch);
    if (named.headVersion() == null) {
      throw new NotWrittenException("The branch " + named.name() + " has no version yet.");
    }
    return named.headVersion();
  }

  private static void write(Path output, byte[] text) throws IOException {
    try {
      Files.write(output, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw NewFile.exists(output, e);
    }
  }
}
