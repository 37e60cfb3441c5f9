package prismq.t.script.versioning.annotate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Annotation;
import prismq.t.script.versioning.search.Annotation.Attribution;
import prismq.t.script.versioning.search.index.IndexWriter;

/** Annotations of any text, as if it had come from the versions of a script that is there. */
final class MadeUpAnnotations implements AutoCloseable {
  private static final List<Map<String, ?>> METADATA =
      List.of(Map.of("source", "human"), Map.of("source", "ai"), Map.of());

  private final Database database;
  private final VersionManager versions;
  private final SortedMap<Integer, Version> saved = new TreeMap<>();

  /** So many versions, each of an author of its own, from a human, from a model, and not said. */
  MadeUpAnnotations(Path folder, int count) {
    database = Database.open(folder);
    versions = new VersionManager(database, new IndexWriter());
    versions.createScript("intro", "The <introduction>");
    for (int number = 1; number <= count; number++) {
      NewVersion version =
          NewVersion.builder(
                  "intro",
                  ScriptText.of("Text " + number + "\n"),
                  Author.named("Writer " + number),
                  "Draft & thoughts " + number)
              .metadata(Metadata.of(METADATA.get((number - 1) % METADATA.size())))
              .build();
      saved.put(number, versions.save(version));
    }
  }

  /** The text with what these versions wrote of it, each a string of their part. */
  AnnotatedVersion of(ScriptText text, List<Attribution> runs) {
    TreeSet<Integer> numbers = new TreeSet<>();
    runs.forEach(run -> numbers.add(run.versionNumber()));
    SortedMap<Integer, Version> origins = new TreeMap<>(saved);
    origins.keySet().retainAll(numbers);
    return new AnnotatedVersion(
        versions.script("intro"),
        versions.version("intro", saved.lastKey()),
        new Annotation(text, runs),
        origins);
  }

  /** Parts of a text in order, each as its version and its characters. */
  AnnotatedVersion of(Object... versionsAndTexts) {
    StringBuilder text = new StringBuilder();
    List<Attribution> runs = new ArrayList<>();
    for (int i = 0; i < versionsAndTexts.length; i += 2) {
      int start = ScriptText.of(text.toString()).sizeBytes();
      text.append((String) versionsAndTexts[i + 1]);
      int end = ScriptText.of(text.toString()).sizeBytes();
      runs.add(new Attribution(new ByteRange(start, end), (Integer) versionsAndTexts[i]));
    }
    return of(ScriptText.of(text.toString()), runs);
  }

  /** The text cut anywhere between its characters. */
  AnnotatedVersion cutAnywhere(ScriptText text, Random random, int longest) {
    byte[] bytes = text.bytes();
    List<Attribution> runs = new ArrayList<>();
    int start = 0;
    int origin = 0;
    while (start < bytes.length) {
      int end = Math.min(bytes.length, start + 1 + random.nextInt(longest));
      while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
        end++;
      }
      // Another one than of the run before.
      origin = (origin + random.nextInt(saved.size() - 1)) % saved.size() + 1;
      runs.add(new Attribution(new ByteRange(start, end), origin));
      start = end;
    }
    return of(text, runs);
  }

  @Override
  public void close() {
    database.close();
  }
}
