package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.BrokenRecordException;
import prismq.t.script.versioning.history.HistoryReader;
import prismq.t.script.versioning.history.HistoryRestorer;
import prismq.t.script.versioning.history.RecordCheck;
import prismq.t.script.versioning.history.RecordedBranch;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.transfer.imports.ImportContext;

/**
 * Brings in the histories of an archive. All of it is checked first, every text and hash, and only
 * one that is whole is begun with; so the file may come from anybody.
 */
public final class ArchiveImport {
  private final ImportContext context;
  private final ArchiveLimits limits;
  private final HistoryReader reader;

  /** Imports in this context. */
  public ArchiveImport(ImportContext context, ArchiveLimits limits) {
    this.context = context;
    this.limits = limits;
    this.reader = context.manager().historyReader();
  }

  /**
   * Imports what is new.
   *
   * @throws BrokenArchiveException where the archive is not whole; nothing was imported
   */
  public void run(Path file) throws IOException {
    try (ArchiveFile archive = ArchiveFile.open(file, limits)) {
      Check check = new Check(archive.texts());
      try {
        archive.forEach(check);
      } catch (BrokenRecordException e) {
        throw new BrokenArchiveException(String.valueOf(e.getMessage()), e);
      }
      context.progress().total(check.newVersions);
      try (BringIn bringIn = new BringIn(archive.texts(), check.plans)) {
        archive.forEach(bringIn);
      }
    }
  }

  /**
   * What is done with a script.
   *
   * @param existing as it is in the database; null where it is not
   * @param leftOut why it is left out; null where it is not
   */
  private record Plan(@Nullable RecordedScript existing, @Nullable String leftOut) {
    private static final Plan NEW = new Plan(null, null);

    /** Number of versions that are there already. */
    int have() {
      return existing == null ? 0 : existing.script().latestVersion();
    }
  }

  /** Looks whether the archive is whole, and what of it the database has. */
  private final class Check implements ArchiveFile.Taker {
    private final TextReader texts;
    private final Map<String, Plan> plans = new HashMap<>();
    private int newVersions;
    private long textBytes;
    private @Nullable RecordedScript script;
    private @Nullable RecordedScript existing;
    private @Nullable RecordCheck records;
    private @Nullable String leftOut;
    private List<ContentHash> known = List.of();
    private int knownFrom;

    private Check(TextReader texts) {
      this.texts = texts;
    }

    @Override
    public void script(RecordedScript next) {
      script = next;
      records = new RecordCheck(next);
      existing = reader.find(next.script().scriptId()).orElse(null);
      leftOut = existing == null ? null : otherBranches(existing, next);
      known = List.of();
      knownFrom = 1;
    }

    @Override
    public void version(RecordedVersion next, PieceList pieces) throws IOException {
      Objects.requireNonNull(records).next(next);
      Version version = next.version();
      textBytes += version.sizeBytes();
      if (textBytes > limits.textBytes()) {
        throw new BrokenArchiveException(
            "Its texts have more than "
                + limits.textBytes()
                + " bytes, which is more than is taken"
                + " here.");
      }
      int number = version.versionNumber();
      if (version.sizeBytes() > context.sizeLimit()) {
        leaveOut(
            "version "
                + number
                + " has "
                + version.sizeBytes()
                + " bytes, over the size limit of "
                + context.sizeLimit()
                + ", which --size-limit sets");
        return;
      }
      HistoryRestorer.checkContent(version, text(version, pieces));
      @Nullable ContentHash there = existingHash(number);
      if (there != null && !there.equals(version.versionHash())) {
        leaveOut(
            "there is a script of this id with another history, from version "
                + number
                + " on; export and import it under another id, or into another database");
      }
    }

    private ScriptText text(Version version, PieceList pieces) throws IOException {
      try {
        return ScriptText.of(texts.read(pieces));
      } catch (NotTextException e) {
        throw new BrokenRecordException(
            version.scriptId(), version.versionNumber(), "has a NUL byte, so it is no text");
      }
    }

    private void leaveOut(String why) {
      leftOut = leftOut == null ? why : leftOut;
    }

    /** The hash of the version that is there; null where there is none. */
    private @Nullable ContentHash existingHash(int number) {
      if (existing == null || number > existing.script().latestVersion()) {
        return null;
      }
      if (number >= knownFrom + known.size()) {
        knownFrom = number;
        known = reader.versionHashes(existing.script().scriptId(), number, number + 499);
      }
      // A row that is missing makes all that follow differ.
      return number - knownFrom < known.size()
          ? known.get(number - knownFrom)
          : ContentHash.of(new byte[0]);
    }

    @Override
    public void end() {
      Objects.requireNonNull(records).end();
      Script recorded = Objects.requireNonNull(script).script();
      if (leftOut == null) {
        newVersions +=
            Math.max(
                0,
                recorded.latestVersion()
                    - (existing == null ? 0 : existing.script().latestVersion()));
      }
      if (existing != null || leftOut != null) {
        plans.put(recorded.scriptId(), new Plan(existing, leftOut));
      }
    }
  }

  /** Why the branches of a script are not those that the archive has of it; null where they are. */
  private static @Nullable String otherBranches(RecordedScript existing, RecordedScript archived) {
    if (existing.script().latestVersion() > archived.script().latestVersion()) {
      return null; // It went on, and is not touched.
    }
    for (int i = 0; i < existing.branches().size(); i++) {
      Branch branch = existing.branches().get(i).branch();
      if (i >= archived.branches().size()
          || !Objects.equals(
              branch.originVersion(), archived.branches().get(i).branch().originVersion())) {
        return "there is a script of this id with a branch “"
            + branch.name()
            + "” that the archive does not have";
      }
    }
    return null;
  }

  /** Saves what is new, or in a preview only counts it. */
  private final class BringIn implements ArchiveFile.Taker, AutoCloseable {
    private final TextReader texts;
    private final Map<String, Plan> plans;
    private @Nullable RecordedScript script;
    private Plan plan = Plan.NEW;
    private @Nullable RestoringSaver saver;

    private BringIn(TextReader texts, Map<String, Plan> plans) {
      this.texts = texts;
      this.plans = plans;
    }

    @Override
    public void script(RecordedScript next) {
      String scriptId = next.script().scriptId();
      int latest = next.script().latestVersion();
      script = next;
      plan = plans.getOrDefault(scriptId, Plan.NEW);
      if (plan.leftOut != null) {
        context.summary().leftOut(scriptId, "", plan.leftOut);
        return;
      }
      context.summary().alreadyThere(scriptId, Math.min(plan.have(), latest));
      if (plan.have() > latest) {
        return;
      }
      if (!context.isPreview()) {
        saver = new RestoringSaver(context, next);
      }
    }

    @Override
    public void version(RecordedVersion version, PieceList pieces) throws IOException {
      if (plan.leftOut != null) {
        return;
      }
      boolean isThere = version.version().versionNumber() <= plan.have();
      if (saver == null) {
        if (!isThere) {
          RestoringSaver.count(context, List.of(version));
        }
      } else if (isThere) {
        saver.pass(version);
      } else {
        saver.add(version, ScriptText.of(texts.read(pieces)));
      }
    }

    @Override
    public void end() {
      RecordedScript archived = Objects.requireNonNull(script);
      int latest = archived.script().latestVersion();
      if (plan.leftOut != null) {
        return;
      }
      if (plan.have() > latest) {
        context.addLabels(archived.script().scriptId(), archived.labels());
        return;
      }
      boolean isOtherwise = plan.existing != null && isOtherwise(plan.existing, archived);
      if (saver != null) {
        saver.end(plan.existing == null || isOtherwise);
        saver = null;
      }
      if (isOtherwise) {
        context
            .summary()
            .changed(
                archived.script().scriptId(),
                "",
                "its title, and the names and states of its branches, are now those of the"
                    + " archive");
      }
      context.addLabels(archived.script().scriptId(), archived.labels());
      int before = plan.existing == null ? 1 : plan.existing.branches().size();
      for (int made = before; made < archived.branches().size(); made++) {
        context.summary().branchAdded();
      }
    }

    @Override
    public void close() {
      if (saver != null) {
        saver.close();
      }
    }
  }

  /**
   * Whether what may change of a script, and of the branches it has, is not what the archive has.
   */
  private static boolean isOtherwise(RecordedScript existing, RecordedScript archived) {
    Script is = existing.script();
    Script wanted = archived.script();
    boolean isAsLong = is.latestVersion() == wanted.latestVersion();
    return !is.title().equals(wanted.title())
        || !is.createdAt().equals(wanted.createdAt())
        || (isAsLong && !is.changedAt().equals(wanted.changedAt()))
        || (isAsLong && existing.branches().size() != archived.branches().size())
        || !state(existing.branches())
            .equals(state(archived.branches().subList(0, existing.branches().size())));
  }

  private static List<List<Object>> state(List<RecordedBranch> branches) {
    List<List<Object>> state = new ArrayList<>();
    for (RecordedBranch recorded : branches) {
      Branch branch = recorded.branch();
      state.add(
          List.of(
              branch.name(),
              branch.description(),
              branch.createdAt(),
              Optional.ofNullable(branch.archivedAt()),
              recorded.formerNames()));
    }
    return state;
  }
}
