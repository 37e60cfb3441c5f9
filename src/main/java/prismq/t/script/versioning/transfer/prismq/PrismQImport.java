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
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

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
          FilledMessage.of(Files.exists(file) ? "import.not_a_file" : "import.no_file", file));
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOKED_AT);
    }
    if (Arrays.equals(SQLITE, Arrays.copyOf(start, SQLITE.length))) {
      if (choice.script() != null) {
        throw new ImportException(FilledMessage.of("import.prismq.script_of_database"));
      }
      importDatabase(file.toRealPath(), choice);
    } else if (isJson(start)) {
      if (!choice.stories().isEmpty() || choice.project() != null) {
        throw new ImportException(FilledMessage.of("import.prismq.story_of_json"));
      }
      new ReviewHistoryImport(context).run(file, choice.script());
    } else {
      throw new ImportException(
          FilledMessage.of(
              start.length == 0 ? "import.empty_file" : "import.prismq.neither", file));
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
      throw new ImportException(FilledMessage.of("import.prismq.no_story", file, unknown.get(0)));
    }
    List<Long> chosen = new ArrayList<>();
    for (long story : all) {
      if (choice.takes(story)) {
        if (withTexts.contains(story)) {
          chosen.add(story);
        } else {
          context
              .summary()
              .leftOut(
                  FilledMessage.of("remark.prismq.stories"),
                  ImportSummary.place("story", story),
                  FilledMessage.of("remark.prismq.no_text_yet"));
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
                        FilledMessage.of("remark.prismq.table", table),
                        "",
                        FilledMessage.of("remark.prismq.table_missing")));
    if (choice.stories().isEmpty()) {
      store.textsOfNoStory(
          place ->
              context
                  .summary()
                  .leftOut(
                      FilledMessage.of("remark.prismq.texts_of_no_story"),
                      place,
                      FilledMessage.of("remark.prismq.story_id")));
    }
  }
}
