package prismq.t.script.versioning.transfer.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.BranchChange;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** Scripts with all that a history can have, the same for the same seed. */
final class RandomHistory {
  private final Texts texts;
  private final Random random;
  private final VersionManager manager;
  private final BranchManager branchManager;

  private RandomHistory(Database database, long seed) {
    this.texts = new Texts(seed);
    this.random = texts.random();
    this.manager = new VersionManager(database, new IndexWriter());
    this.branchManager = new BranchManager(database, Clock.systemUTC());
  }

  /** Makes a database with scripts of up to so many versions. */
  static ArchivedHistory make(Path data, long seed, int versions) {
    try (Database database = Database.open(data)) {
      RandomHistory history = new RandomHistory(database, seed);
      history.manager.createScript("empty", "Nothing yet – “ö” \uD83C\uDFAC");
      history.script("a-" + seed, versions);
      history.script("B." + seed, 1 + history.random.nextInt(versions));
    }
    return new ArchivedHistory(data);
  }

  /** Adds versions to a script of a database. */
  static void goOn(Path data, long seed, String scriptId, int versions) {
    try (Database database = Database.open(data)) {
      new RandomHistory(database, seed).add(scriptId, versions);
    }
  }

  private void script(String scriptId, int versions) {
    manager.createScript(scriptId, "Script " + scriptId);
    add(scriptId, versions);
    List<Branch> branches = manager.branches(scriptId);
    branchManager.create(scriptId, "without-versions", null, "Not begun");
    branchManager.change(scriptId, branches.get(0).name(), new BranchChange("trunk", null, null));
    if (branches.size() > 2) {
      // Two that exchange their names keep those they had.
      branchManager.change(
          scriptId, branches.get(1).name(), BranchChange.rename("renamed", "On & on"));
      branchManager.archive(scriptId, branches.get(2).name());
    }
  }

  private void add(String scriptId, int versions) {
    for (int i = 0; i < versions; i++) {
      List<Branch> branches =
          manager.branches(scriptId).stream().filter(branch -> !branch.isArchived()).toList();
      int latest = manager.script(scriptId).latestVersion();
      Branch branch = branches.get(random.nextInt(3) == 0 ? random.nextInt(branches.size()) : 0);
      if (latest > 0 && random.nextInt(12) == 0) {
        branch =
            branchManager.create(
                scriptId,
                "alt/" + manager.branches(scriptId).size(),
                1 + random.nextInt(latest),
                "");
      }
      manager.save(version(scriptId, branch, latest));
    }
    label(scriptId, manager.script(scriptId).latestVersion());
  }

  private void label(String scriptId, int latest) {
    int labels = manager.labels(scriptId).size();
    for (int i = labels + 1 + random.nextInt(4); i > labels; i--) {
      String name = i % 3 == 0 ? "גרסה \uD83C\uDFAC " + i : "=Label, “" + i + "” \\ <b>";
      manager.labelManager().give(scriptId, name, 1 + random.nextInt(latest));
    }
  }

  private NewVersion version(String scriptId, Branch branch, int latest) {
    Integer head = branch.headVersion();
    int restored = latest > 0 && random.nextInt(8) == 0 ? 1 + random.nextInt(latest) : 0;
    ScriptText text =
        restored > 0
            ? manager.content(scriptId, restored)
            : text(head == null ? null : manager.content(scriptId, head));
    NewVersion.Builder version =
        NewVersion.builder(
                scriptId,
                text,
                new Author("Writer " + random.nextInt(3), random.nextBoolean() ? "" : "w@x.org"),
                random.nextInt(4) == 0 ? "" : "Line one\n\t“two” \uD83D\uDE00 " + random.nextInt())
            .branch(branch.name())
            .createdAt(Instant.ofEpochMilli(random.nextInt(4) == 0 ? -5 : random.nextInt()))
            .metadata(random.nextInt(3) == 0 ? metadata() : Metadata.NONE);
    if (restored > 0) {
      version.restoredFrom(restored);
    }
    if (latest > 1 && random.nextInt(6) == 0) {
      version.mergeParent(1 + random.nextInt(latest));
    }
    if (random.nextInt(5) == 0) {
      byte[] key = new byte[16];
      random.nextBytes(key);
      version.sourceKey(key);
    }
    return version.build();
  }

  private static Metadata metadata() {
    return Metadata.of(
        Map.of("review_score", 81.50, "x", List.of("ö\n", Map.of("deep", List.of(1, 2)))));
  }

  private ScriptText text(@Nullable ScriptText before) {
    return switch (random.nextInt(10)) {
      case 0 -> ScriptText.of("");
      case 1 -> ScriptText.of("\uFEFFWith a mark\r\nand\rends of all\n\r\nkinds");
      case 2 -> ScriptText.of(odd());
      case 3 -> texts.any();
      default -> before == null ? texts.any() : texts.edited(before);
    };
  }

  /** Bytes that are no UTF-8. */
  private byte[] odd() {
    List<Byte> bytes = new ArrayList<>();
    for (int i = random.nextInt(200); i > 0; i--) {
      bytes.add((byte) (1 + random.nextInt(255)));
    }
    byte[] odd = "Odd: ".repeat(20).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < Math.min(odd.length, bytes.size()); i++) {
      odd[i] = bytes.get(i);
    }
    return odd;
  }
}
