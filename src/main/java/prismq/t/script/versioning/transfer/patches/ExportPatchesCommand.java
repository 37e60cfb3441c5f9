package prismq.t.script.versioning.transfer.patches;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.files.NewFile;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.git.export.GitNames;

/** The command {@code export patches}. */
@Command(
    name = "patches",
    description =
        "Makes a mail with a patch of each version of a branch, for: git am --keep-cr"
            + " --keep-non-patch --patch-format=mboxrd FILE.")
public final class ExportPatchesCommand extends DataCommand {
  private static final int MAX_NAME_LENGTH = 52;

  @Parameters(paramLabel = "SCRIPT", description = "The script.")
  private String script = "";

  @Option(
      names = "--output",
      paramLabel = "FILE|DIR",
      required = true,
      description =
          "The mailbox to make, which must not exist yet; or an empty folder, or one to make with a"
              + " slash behind its name, for a file of each mail.")
  private String output = "";

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "The branch whose line is followed along first parents (default: main).")
  private String branch = Branch.MAIN;

  @Option(
      names = "--from",
      paramLabel = "N",
      description =
          "The version that the first patch is made on (default: none, the patch makes the file).")
  private @Nullable Integer from;

  @Option(
      names = "--to",
      paramLabel = "N",
      description = "The version that the last patch gives (default: the latest on the branch).")
  private @Nullable Integer to;

  @Override
  protected void run() throws IOException {
    out().println(told(export()));
  }

  private String told(PatchExport.Made made) {
    String mails =
        String.format(
            Locale.ROOT, "%s: %,d patch%s", output, made.mails(), made.mails() == 1 ? "" : "es");
    return made.unchanged() == 0
        ? mails
        : mails
            + String.format(
                Locale.ROOT,
                "; %,d version%s that did not change the text left out, git am takes no empty"
                    + " patch",
                made.unchanged(),
                made.unchanged() == 1 ? "" : "s");
  }

  private PatchExport.Made export() throws IOException {
    Path target = Path.of(output).toAbsolutePath().normalize();
    boolean isFolder = output.endsWith("/") || Files.isDirectory(target);
    checkFree(target, isFolder);
    NewFile.checkFolder(Path.of(output));
    try (Database database = data().openExisting();
        TemporaryFolder work = TemporaryFolder.in(Objects.requireNonNull(target.getParent()));
        ProgressBar progress = new ProgressBar(errors())) {
      Path made = work.path().resolve("patches");
      PatchExport export =
          new PatchExport(new VersionManager(database, new IndexWriter()), progress);
      PatchExport.Made done = isFolder ? intoFolder(export, made) : intoFile(export, made);
      checkFree(target, isFolder);
      if (isFolder) {
        Files.deleteIfExists(target);
      }
      Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
      AuditLog.of(database).tryToRecord(AuditEvent.of(AuditAct.EXPORTED, script, asCalled()));
      return done;
    }
  }

  private PatchExport.Made intoFile(PatchExport export, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      return run(export, (mail, number, count) -> out.write(mail.bytes(number, count)));
    }
  }

  private PatchExport.Made intoFolder(PatchExport export, Path folder) throws IOException {
    Files.createDirectory(folder);
    return run(
        export,
        (mail, number, count) ->
            Files.write(folder.resolve(name(mail, number)), mail.bytes(number, count)));
  }

  private PatchExport.Made run(PatchExport export, PatchExport.Mails mails) throws IOException {
    return export.run(script, branch, from, to, new GitNames().file(script), mails);
  }

  /** As git calls them: the number and the subject. */
  private static String name(PatchMail mail, int number) {
    String subject = mail.subject().replaceAll("[^A-Za-z0-9_.]+", "-").replaceAll("\\.+", ".");
    String cut = subject.substring(0, Math.min(subject.length(), MAX_NAME_LENGTH));
    return String.format(Locale.ROOT, "%04d-%s", number, cut)
            .replaceFirst("[-.]+$", "")
            .replaceFirst("-[-.]+", "-")
        + ".patch";
  }

  private static void checkFree(Path target, boolean isFolder) throws IOException {
    if (isFolder) {
      NewFile.checkFreeFolder(target);
    } else {
      NewFile.checkFree(target);
    }
  }
}
