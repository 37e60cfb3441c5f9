package prismq.t.script.versioning.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.command.ExitStatus;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.command.WholeNumber;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.files.NewFile;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Assets;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Templates;

/** The command {@code export report}. */
@Command(name = "report", description = "Writes the history of a script as a document.")
public final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SCRIPT", description = "The id of the script.")
  private @Nullable String script;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "The file to make.")
  private @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "html, pdf, csv, json or markdown (default: as the ending of the file says; html where it"
              + " has none).")
  private @Nullable String format;

  @Option(names = "--branch", paramLabel = "NAME", description = "Only versions of this branch.")
  private @Nullable String branch;

  @Option(names = "--author", paramLabel = "NAME", description = "Only versions of this author.")
  private @Nullable String author;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Only versions from this day on, such as 2026-03-31 (UTC).")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "Only versions until this day, it included.")
  private @Nullable String until;

  @Option(
      names = "--from-version",
      paramLabel = "NUMBER",
      converter = VersionNumber.class,
      description = "Only this version and later ones.")
  private @Nullable Integer fromVersion;

  @Option(
      names = "--to-version",
      paramLabel = "NUMBER",
      converter = VersionNumber.class,
      description = "Only this version and earlier ones.")
  private @Nullable Integer toVersion;

  @Option(names = "--diff", description = "Show what each version changed, by word.")
  private boolean diff;

  @Option(names = "--texts", description = "Show the whole text of each version.")
  private boolean texts;

  @Option(
      names = "--review",
      description =
          "Tell what was said of the versions in review: verdicts, comments, suggestions.")
  private boolean review;

  @Option(names = "--replace", description = "Write over the file where there is one.")
  private boolean replace;

  @Mixin private DataOption data = new DataOption();
  @Spec private @Nullable CommandSpec spec;

  /** Reads the number of a version. */
  static final class VersionNumber extends WholeNumber {
    VersionNumber() {
      super(1, 999_999_999);
    }
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    String scriptId = Objects.requireNonNull(script);
    Path file = Objects.requireNonNull(output);
    ReportFormat wanted;
    ReportChoices choices;
    try {
      wanted = format(file);
      choices =
          new ReportChoices(
              branch, author, from, until, fromVersion, toVersion, diff, texts, review);
    } catch (BadRequestException e) {
      throw new ParameterException(line, String.valueOf(e.getMessage()), e);
    }
    return ExitStatus.of(
        () -> {
          long bytes = write(scriptId, choices, wanted, file, line.getErr());
          line.getOut()
              .printf(Locale.ROOT, "Wrote %s: %s, %,d bytes.%n", file, wanted.title(), bytes);
          line.getOut().flush();
        },
        line.getErr());
  }

  private ReportFormat format(Path file) {
    String name = String.valueOf(file.getFileName());
    @Nullable ReportFormat named = ReportFormat.ofFile(name);
    if (format == null && named == null && name.lastIndexOf('.') > 0) {
      throw new BadRequestException(
          "No report is made of the ending of “"
              + name
              + "”. Name a file that ends in "
              + ReportFormat.endings()
              + ", or say which --format it is to have.");
    }
    return format == null && named != null ? named : ReportFormat.of(format);
  }

  /** Writes the file under another name first, so that it is whole or not there. */
  private long write(
      String scriptId, ReportChoices choices, ReportFormat wanted, Path file, PrintWriter errors)
      throws IOException {
    NewFile.check(file);
    if (!replace && Files.exists(file)) {
      throw new CommandException(
          file + " is there already and was left as it is. Name another file, or say --replace.");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Database database = data.openExisting();
        ProgressBar progress = new ProgressBar(errors);
        ReportSources sources = ReportSources.of(database)) {
      VersionManager versionManager = sources.versions();
      Reports reports =
          new Reports(
              versionManager,
              new Comparisons(versionManager),
              new Templates(null),
              new Assets(null),
              sources.annexes(),
              Clock.systemUTC(),
              progress);
      Report report = reports.report(scriptId, choices);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        reports.write(report, wanted, out);
      }
      move(part, file);
      AuditLog.of(database)
          .tryToRecord(AuditEvent.of(AuditAct.EXPORTED, scriptId, "report " + file.getFileName()));
      return Files.size(file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
