package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** A history of a made-up text with small edits, the same in every run. */
record MadeUpHistory(String name, int versions, int bytes) {
  private static final int BATCH = 50;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private Instant time(int version) {
    return START.plusSeconds(3_600L * version);
  }

  private static String message(int version) {
    return "Go over part " + version % 7 + " for the " + version + ". time";
  }

  void saveTo(Database database) {
    VersionManager manager = new VersionManager(database, new IndexWriter());
    manager.createScript(name, "A made-up text");
    MadeUpText text = new MadeUpText(name.hashCode(), bytes);
    List<NewVersion> batch = new ArrayList<>();
    for (int version = 1; version <= versions; version++) {
      batch.add(
          NewVersion.builder(name, text.edit(3).text(), new Author("Writer", ""), message(version))
              .createdAt(time(version))
              .build());
      if (batch.size() == BATCH || version == versions) {
        manager.saveAll(batch);
        batch.clear();
      }
    }
  }

  GitRepository saveTo(GitRepository repository) throws IOException, InterruptedException {
    MadeUpText text = new MadeUpText(name.hashCode(), bytes);
    try (FastImport stream = new FastImport("text.md")) {
      for (int version = 1; version <= versions; version++) {
        stream.add(text.edit(3).text(), message(version), time(version).getEpochSecond());
      }
      stream.into(repository);
    }
    return repository;
  }
}
