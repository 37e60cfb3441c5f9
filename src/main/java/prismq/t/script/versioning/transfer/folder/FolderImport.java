package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.Outcome;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.intake.BatchSaver;
import prismq.t.script.versioning.transfer.intake.Intake;
import prismq.t.script.versioning.transfer.intake.PlainText;
import prismq.t.script.versioning.transfer.intake.ScriptIds;
import prismq.t.script.versioning.transfer.intake.SourceKeys;

/** Makes versions of the files of a folder. */
public final class FolderImport {
  /** Enough of a SHA-256 to tell files apart. */
  private static final int KEY_BYTES = 16;

  private final Intake intake;

  /** Brings in by what the intake holds. */
  public FolderImport(Intake intake) {
    this.intake = intake;
  }

  /**
   * Imports what is new.
   *
   * @param wantedScript null to have it made of the folder's name
   * @param wantedAuthor null for the name of this user
   */
  public void run(Path folder, @Nullable String wantedScript, @Nullable String wantedAuthor)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CommandException(
          Files.exists(folder)
              ? folder + " is not a folder. Nothing was imported."
              : "There is no folder " + folder + ". Nothing was imported.");
    }
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    String scriptId = wantedScript == null ? ScriptIds.from(name) : Script.checkedId(wantedScript);
    Author author = Author.named(wantedAuthor == null ? userName() : wantedAuthor);
    List<Path> files = files(folder);
    SourceKeys known = known(scriptId);
    intake.progress().total(files.size());
    BatchSaver saver = new BatchSaver(intake, scriptId, ScriptIds.title(name));
    for (Path file : files) {
      importFile(file, scriptId, author, known, saver);
    }
    saver.flush();
    if (intake.summary().addedCount() + intake.summary().alreadyThereCount() == 0) {
      throw new CommandException(folder + " has no text files of its own. Nothing was imported.");
    }
  }

  private static String userName() {
    String name = PlainText.line(System.getProperty("user.name", ""), Author.LONGEST_NAME);
    return name.isEmpty() ? "Unknown author" : name;
  }

  private SourceKeys known(String scriptId) {
    Optional<Script> script = intake.manager().findScript(scriptId);
    SourceKeys known =
        new SourceKeys(script.isEmpty() ? List.of() : intake.manager().imported(scriptId));
    if (script.isPresent() && script.get().latestVersion() > 0 && known.isEmpty()) {
      throw new CommandException(
          "There is a script “"
              + scriptId
              + "” already, and its versions were not imported. Nothing was imported; choose"
              + " another script.");
    }
    return known;
  }

  private List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry :
          entries.sorted(Comparator.comparing(Path::toString, NaturalOrder.INSTANCE)).toList()) {
        String name = name(entry);
        if (name.startsWith(".") || Files.isHidden(entry)) {
          intake.summary().leftOut(name, "", "hidden");
        } else if (Files.isDirectory(entry)) {
          intake.summary().leftOut(name, "", "a folder");
        } else if (!Files.isRegularFile(entry)) {
          intake.summary().leftOut(name, "", "not a file that can be read");
        } else {
          files.add(entry);
        }
      }
    }
    return files;
  }

  private void importFile(
      Path file, String scriptId, Author author, SourceKeys known, BatchSaver saver) {
    String name = name(file);
    try {
      long size = Files.size(file);
      if (size > intake.sizeLimit()) {
        leftOut(
            name,
            "over the size limit of " + intake.sizeLimit() + " bytes, which --size-limit sets");
        return;
      }
      ScriptText content = ScriptText.of(Files.readAllBytes(file));
      byte[] key = key(name, content);
      if (known.has(key)) {
        intake.summary().alreadyThere(scriptId, 1);
        intake.progress().done(1);
        return;
      }
      saver.add(
          NewVersion.builder(
                  scriptId, content, author, "Imported from " + PlainText.line(name, 500))
              .createdAt(writtenAt(file))
              .sourceKey(key)
              .build());
    } catch (NotTextException e) {
      leftOut(name, "not a text, it has a NUL byte");
    } catch (IOException e) {
      leftOut(name, "it cannot be read: " + Outcome.line(e));
    }
  }

  private void leftOut(String name, String why) {
    intake.summary().leftOut(name, "", why);
    intake.progress().done(1);
  }

  private Instant writtenAt(Path file) throws IOException {
    Instant written = Files.getLastModifiedTime(file).toInstant();
    Instant now = intake.clock().instant();
    if (written.isAfter(now)) {
      intake
          .summary()
          .changed(name(file), "", "its date lies in the future; kept with the time of the import");
      return now;
    }
    return written;
  }

  private static byte[] key(String name, ScriptText content) {
    MessageDigest digest = ContentHash.digest();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(content.bytes());
    return Arrays.copyOf(digest.digest(), KEY_BYTES);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
