package prismq.t.script.versioning;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import prismq.t.script.versioning.audit.AuditVerification;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.web.Times;

/** Checks that every version, or the one of a hash, is still what was saved. */
@Command(
    name = "verify",
    description = {
      "Reads every version of every script, and the audit log, and names what is broken.",
      "With --hash it tells which version has this hash, and checks it and all that it was made of."
    })
final class VerifyCommand implements Callable<Integer> {
  /** Most versions listed whose hashes begin alike. */
  private static final int MAX_NAMED = 10;

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      converter = HashStart.class,
      description =
          "The version hash that a report was printed with, or its first digits, 12 at least.")
  private @Nullable String hash;

  @Mixin private DataOption data = new DataOption();

  /** Reads a hash, or its start, with blanks in it or without. */
  static final class HashStart implements ITypeConverter<String> {
    private static final int MIN_DIGITS = 12;

    @Override
    public String convert(String value) {
      String digits = value.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
      if (!digits.matches("[0-9a-f]{" + MIN_DIGITS + "," + Verification.HASH_DIGITS + "}")) {
        throw new TypeConversionException(
            "'"
                + value
                + "' is not a hash, or its start, of "
                + MIN_DIGITS
                + " to "
                + Verification.HASH_DIGITS
                + " hexadecimal digits");
      }
      return digits;
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = data.openExisting()) {
      Verification verification = new Verification(database, IndexVerification::new);
      return hash == null
          ? all(verification, new AuditVerification(database), out)
          : one(verification, hash, out);
    } finally {
      out.flush();
    }
  }

  private static int all(Verification verification, AuditVerification audit, PrintWriter out) {
    Verification.Findings report = verification.run();
    List<Verification.Finding> problems = report.problems();
    problems.forEach(problem -> out.println(problem.line()));
    AuditVerification.CheckedLog log = audit.run();
    log.problems().forEach(out::println);
    out.println(log.summary());
    out.println(report.summary());
    return problems.isEmpty() && log.problems().isEmpty() ? 0 : 1;
  }

  private static int one(Verification verification, String digits, PrintWriter out) {
    List<Version> versions = verification.withHash(digits, MAX_NAMED);
    if (versions.isEmpty()) {
      out.println(
          "No version has the hash "
              + digits
              + ". The paper does not fit this database: it is of another one, it was mistyped, or"
              + " the version was changed.");
      return 1;
    }
    if (versions.size() > 1) {
      out.println("Several versions have hashes that begin so. Give more digits:");
      versions.forEach(version -> out.println(named(version)));
      return 1;
    }
    Version version = versions.get(0);
    out.println(named(version));
    out.println(
        "by "
            + version.author().name()
            + ", "
            + new Times(Clock.systemUTC()).exact(version.createdAt())
            + ": "
            + (version.summary().isEmpty() ? "no change description" : version.summary()));
    Verification.Findings report = verification.run(version);
    report.problems().forEach(problem -> out.println(problem.line()));
    out.println(
        report.problems().isEmpty()
            ? "The paper fits this database: the version and all that it was made of, "
                + report.versions()
                + (report.versions() == 1 ? " version" : " versions")
                + ", are as they were saved."
            : "The paper does not fit this database: what it was printed from was changed since.");
    return report.problems().isEmpty() ? 0 : 1;
  }

  private static String named(Version version) {
    return version.versionHash().hex()
        + " is version "
        + version.versionNumber()
        + " of "
        + version.scriptId()
        + ", on "
        + version.branch();
  }
}
