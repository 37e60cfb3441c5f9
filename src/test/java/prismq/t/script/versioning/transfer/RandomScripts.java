package prismq.t.script.versioning.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/** Scripts that grow by turns at random, with all that a history here can have. */
public final class RandomScripts {
  private static final List<String> NAMES =
      List.of("Ann Lee", "Bo", "Žofie Nováková", "Ann <the> \"Writer\" (2)", "<>", "李", "a@b c");
  private static final List<String> MESSAGES =
      List.of(
          "",
          "First line\n\nAnd more\n",
          "Two\nlines",
          "\n\nlate",
          "Ends with blanks  \n \n\n\n",
          "é — 李 " + "long ".repeat(60),
          """
          Quotes

          ---
          diff --git a/x b/x
          From ann Mon Sep 17 00:00:00 2001
          Index: x
          --\s
          end""",
          "Headers\n\nSubject: not one\nFrom: nobody",
          "windows\r\n\r\nline ends\r\n");

  private static final List<String> LABELS =
      List.of(
          "Final cut: sent / to “Ana” 100 %",
          "Sent",
          "SENT",
          "sent/again",
          "Sent/",
          ".lock",
          "HEAD",
          "@",
          "a..b",
          "a.lock/b.",
          "main",
          "-----BEGIN PGP SIGNATURE-----",
          "\u00e9",
          "\u00c9",
          "\ud83c\udfac",
          "\ud83c\udfac".repeat(50),
          "\u674e".repeat(100),
          "~^:?*[\\ @{");

  private final Random random;
  private final VersionManager manager;
  private final BranchManager branches;
  private final List<String> scripts;
  private final boolean branched;

  /** Grows these scripts in a database. */
  public RandomScripts(Database database, long seed, boolean branched, String... scripts) {
    this.random = Seeds.random(seed);
    this.manager = new VersionManager(database, new IndexWriter());
    this.branches = new BranchManager(database);
    this.scripts = List.of(scripts);
    this.branched = branched;
    for (String script : scripts) {
      manager.createScript(script, "The title of " + script);
      save(script, Branch.MAIN, text("The first line of " + script + "\n"), null, null);
    }
  }

  /** Does so many things. */
  public void grow(int steps) {
    for (int i = 0; i < steps; i++) {
      step(scripts.get(random.nextInt(scripts.size())));
    }
  }

  /** Gives labels of odd names to versions of each script. */
  public void label() {
    Random any = Seeds.random(scripts.size());
    for (String script : scripts) {
      List<Label> given = new ArrayList<>();
      for (String name : LABELS) {
        int version = 1 + any.nextInt(manager.script(script).latestVersion());
        long seconds = any.nextInt(9) == 0 ? -5 : 1_600_000_000L + any.nextInt(1_000_000);
        int milliseconds = any.nextBoolean() ? 0 : any.nextInt(1000);
        Instant time = Instant.ofEpochSecond(seconds).plusMillis(milliseconds);
        given.add(new Label(name, version, time));
      }
      manager.labelManager().add(script, given);
    }
  }

  private void step(String script) {
    List<Branch> open = manager.branches(script).stream().filter(b -> !b.isArchived()).toList();
    Branch branch = open.get(branched ? random.nextInt(open.size()) : 0);
    @Nullable Integer head = branch.headVersion();
    int what = random.nextInt(branched ? 14 : 9);
    if (head == null || what < 6) {
      save(script, branch.name(), changed(script, head), null, null);
    } else if (what == 6) {
      save(script, branch.name(), manager.content(script, head), null, null);
    } else if (what < 9) {
      int back = 1 + random.nextInt(manager.script(script).latestVersion());
      save(script, branch.name(), manager.content(script, back), null, back);
    } else if (what < 11) {
      int from = 1 + random.nextInt(manager.script(script).latestVersion());
      String name =
          "alt/" + manager.branches(script).size() + (random.nextBoolean() ? ".lock" : "");
      branches.create(script, name, from);
      save(script, name, changed(script, from), null, null);
    } else if (what < 13) {
      Branch other = open.get(random.nextInt(open.size()));
      Integer merged = other.headVersion();
      if (merged != null && !manager.graph(script).isMadeOf(head, merged)) {
        ScriptText text = manager.content(script, random.nextBoolean() ? head : merged);
        save(script, branch.name(), text, merged, null);
      }
    } else if (!branch.isFirst()) {
      branches.archive(script, branch.name());
    }
  }

  private ScriptText changed(String script, @Nullable Integer version) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                new String(
                        version == null ? new byte[0] : manager.content(script, version).bytes(),
                        ISO_8859_1)
                    .split("(?<=\n)")));
    int line = random.nextInt(lines.size() + 1);
    String ending = List.of("\n", "\r\n", " \n", "\r\n\n").get(random.nextInt(4));
    lines.add(
        line, "new " + random.nextInt(1000) + (random.nextInt(9) == 0 ? "\u00ff" : "") + ending);
    if (random.nextInt(4) == 0) {
      lines.remove(random.nextInt(lines.size()));
    }
    if (random.nextInt(6) == 0) {
      lines.add("no line end");
    }
    return text(random.nextInt(25) == 0 ? "" : String.join("", lines));
  }

  private static ScriptText text(String bytes) {
    return ScriptText.of(bytes.getBytes(ISO_8859_1));
  }

  private void save(
      String script,
      String branch,
      ScriptText text,
      @Nullable Integer mergeParent,
      @Nullable Integer restoredFrom) {
    String email = random.nextBoolean() ? "" : "ann@example.org";
    Author author = new Author(NAMES.get(random.nextInt(NAMES.size())), email);
    NewVersion.Builder version =
        NewVersion.builder(script, text, author, MESSAGES.get(random.nextInt(MESSAGES.size())))
            .branch(branch)
            .mergeParent(mergeParent);
    if (restoredFrom != null) {
      version.restoredFrom(restoredFrom);
    }
    if (random.nextBoolean()) {
      version.createdAt(
          Instant.ofEpochMilli(random.nextInt(9) == 0 ? -5_000 : 1_600_000_000_000L)
              .plusMillis(random.nextInt(2_000_000_000)));
    }
    if (random.nextInt(3) == 0) {
      Map<String, Object> metadata = new LinkedHashMap<>();
      metadata.put("review_score", new java.math.BigDecimal("7" + random.nextInt(10) + ".50"));
      metadata.put("notes", "Über „alles“ <b>");
      version.metadata(Metadata.of(metadata));
    }
    manager.save(version.build());
  }

  /** Everything about the versions of a script that a move to git and back has to keep. */
  public static List<String> told(VersionManager manager, String script) {
    List<String> told = new ArrayList<>();
    told.add(manager.script(script).title());
    for (int number = 1; number <= manager.script(script).latestVersion(); number++) {
      Version version = manager.version(script, number);
      told.add(
          String.join(
              " | ",
              "" + number,
              version.branch(),
              "on " + version.parentVersion() + " and " + version.mergeParentVersion(),
              "restored " + version.restoredFrom(),
              version.contentHash().hex(),
              version.author().toString(),
              version.createdAt().toString(),
              version.changeDescription(),
              "" + version.metadata().json()));
    }
    for (Branch branch : manager.branches(script)) {
      if (!Integer.valueOf(0).equals(branch.headVersion())) {
        told.add(
            branch.name()
                + " from "
                + branch.originVersion()
                + " to "
                + branch.headVersion()
                + (branch.isArchived() ? " archived" : ""));
      }
    }
    manager.labels(script).forEach(label -> told.add(label.toString()));
    return told;
  }
}
