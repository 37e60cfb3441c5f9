package prismq.t.script.versioning.transfer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** What is in a database after imports into its folder. */
public record ImportedData(Path folder) {
  /** Asks the version manager of the database. */
  public <T> T ask(Function<VersionManager, T> question) {
    try (Database database = Database.open(folder)) {
      return question.apply(new VersionManager(database, new IndexWriter()));
    }
  }

  /** The versions of a script, oldest first. */
  public List<Version> versions(String script) {
    return each(script, (manager, number) -> manager.version(script, number));
  }

  /** Their texts, each byte as a character. */
  public List<String> exactTexts(String script) {
    return each(
        script,
        (manager, number) ->
            new String(manager.content(script, number).bytes(), StandardCharsets.ISO_8859_1));
  }

  /** Their texts as they are read. */
  public List<String> texts(String script) {
    return each(script, (manager, number) -> manager.content(script, number).display());
  }

  private <T> List<T> each(String script, BiFunction<VersionManager, Integer, T> question) {
    return ask(
        manager ->
            IntStream.rangeClosed(1, manager.script(script).latestVersion())
                .mapToObj(number -> question.apply(manager, number))
                .toList());
  }
}
