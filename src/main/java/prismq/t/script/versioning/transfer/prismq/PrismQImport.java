package prismq.t.script.versioning.transfer.prismq;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** Makes scripts of the stories in PrismQ's database, or one of its review history in JSON. */
public final class PrismQImport {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LOOKED_AT = 4_096;

  private final ImportContext context;

  /** Imports in this context. */
  public PrismQImport(ImportContext context) {
    this.context = context;
  }

  /**
   * Imports what is new. The file and its folder stay as they are.
   *
   * @param file an SQLite database, or JSON
   * @throws ImportException if it is neither, damaged or locked
   */
  public void run(Path file, PrismQChoice choice) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ImportException(
          Files.exists(file)
              ? file + " is not a file. Nothing was imported."
              : "There is no file " + file + ". Nothing was imported.");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOKED_AT);
    }
    if (Arrays.equals(SQLITE, Arrays.copyOf(start, SQLITE.length))) {
      if (choice.script() != null) {
        throw new ImportException(
            "The stories of a database become scripts of their own; --script goes with a review"
                + " history in JSON. Nothing was imported.");
      }
      importDatabase(file.toRealPath(), choice);
    } else if (isJson(start)) {
      if (!choice.stories().isEmpty() || choice.project() != null) {
        throw new ImportException(
            "A review history in JSON is one script, which --script names; --story and --project"
                + " go with a database. Nothing was imported.");
      }
      new ReviewHistoryImport(context).run(file, choice.script());
    } else {
      throw new ImportException(
          file
              + (start.length == 0
                  ? " is empty."
                  : " is neither an SQLite database, unless it is encrypted, nor JSON.")
              + " Nothing was imported.");
    }
  }

  private static boolean isJson(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return text.startsWith("{") || text.startsWith("[");
  }

  private void importDatabase(Path file, PrismQChoice choice) throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder();
        PrismQStore store = PrismQStore.open(new SnapshotStore(file, folder.path()).take(), file)) {
      List<Long> stories = stories(store, choice, file);
      tellWhatIsMissing(store, choice);
      context.progress().total(stories.stream().mapToInt(store::textCount).sum());
      StoryImport story = new StoryImport(context, store);
      for (long id : stories) {
        story.run(id, choice.scriptId(id));
      }
    }
  }

  private List<Long> stories(PrismQStore store, PrismQChoice choice, Path file) {
    Set<Long> withTexts = store.stories();
    Set<Long> all = new TreeSet<>(withTexts);
    all.addAll(store.storyRows());
    List<Long> unknown =
        choice.stories().stream().filter(story -> !all.contains(story)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new ImportException(
          file + " has no story " + unknown.get(0) + ". Nothing was imported.");
    }
    List<Long> chosen = new ArrayList<>();
    for (long story : all) {
      if (choice.takes(story)) {
        if (withTexts.contains(story)) {
          chosen.add(story);
        } else {
          context.summary().leftOut("Stories", "story " + story, "no text was written yet");
        }
      }
    }
    return chosen;
  }

  private void tellWhatIsMissing(PrismQStore store, PrismQChoice choice) {
    store
        .missingTables()
        .forEach(
            table ->
                context
                    .summary()
                    .leftOut(
                        "Table " + table,
                        "",
                        "it is not there, or without the columns that are needed; the rest comes"
                            + " in without it"));
    if (choice.stories().isEmpty()) {
      store.textsOfNoStory(
          place ->
              context
                  .summary()
                  .leftOut("Texts of no story", place, "the story's id is not a whole number"));
    }
  }
}
