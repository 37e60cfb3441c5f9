package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class ShareCommandTest {
  private static final String PASSWORD = "seven grey herons at noon";

  @TempDir Path folder;

  /** What a command answered. */
  private record Ran(int status, String out, String errors) {}

  @BeforeEach
  void makeScript() {
    try (Database database = Database.open(folder)) {
      Clock clock = Clock.systemUTC();
      Accounts accounts = new Accounts(database, new Links(database, clock), clock);
      accounts.add(new NewAccount("Script admin", "admin@example.org", PASSWORD), Role.ADMIN);
      accounts.add(new NewAccount("Script writer", "writer@example.org", PASSWORD), Role.EDITOR);
      accounts.add(new NewAccount("Script viewer", "viewer@example.org", PASSWORD), Role.VIEWER);
      VersionManager versions = new VersionManager(database, new IndexWriter());
      versions.createScript("intro", "The introduction");
      for (String text : List.of("One.\n", "Two.\n")) {
        versions.save(
            NewVersion.builder("intro", ScriptText.of(text), Author.named("Ann"), "Draft").build());
      }
    }
  }

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    List<String> all = new ArrayList<>(List.of("share"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--data", folder.toString()));
    int status =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(all.toArray(String[]::new));
    return new Ran(status, out.toString(), errors.toString());
  }

  private Ran add(String email, String... arguments) {
    List<String> all = new ArrayList<>(List.of("add", "--email", email, "--script", "intro"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--base-url", "https://scripts.example.org/"));
    return run(all.toArray(String[]::new));
  }

  @Test
  void aLinkIsPrintedAloneListedAndRevoked() {
    Ran added = add("Writer@example.org", "--from", "1", "--to", "2", "--note", "For Ann");
    assertThat(added.errors()).isEmpty();
    assertThat(added.out()).matches("https://scripts\\.example\\.org/s/[A-Za-z0-9_-]{43}\\R");
    String secret = added.out().strip().replaceFirst(".*/s/", "");
    String list = run("list").out();
    assertThat(list)
        .matches(
            "[A-Za-z0-9_-]{22}\twriter@example.org\tintro\tv1 to v2\topen\t0\tnever\t20[^\t]+Z\\R")
        .doesNotContain(secret, "For Ann");
    String id = list.substring(0, 22);
    assertThat(run("revoke", id).out()).startsWith("The link to intro, v1 to v2, is revoked.");
    assertThat(run("revoke", id).out()).contains("was revoked before.");
    assertThat(run("list").out()).isEmpty();
  }

  @Test
  void whatALinkShowsAndHowItWorksIsSaid() {
    Ran never = add("admin@example.org", "--report", "--following", "--never", "--no-downloads");
    assertThat(never.status()).as(never.errors()).isZero();
    String[] day = {"--version-number", "2", "--following", "--until", "2099-01-31"};
    assertThat(add("admin@example.org", day).status()).isZero();
    assertThat(run("list", "--script", "intro").out())
        .contains("\treport\topen\t0\tnever\tnever")
        .contains("\tnewest of branch 1\topen\t0\tnever\t2099-01-31T23:59:59Z");
  }

  @Test
  void whatCannotBeMadeIsToldInOneLine() {
    refused("See: user list", add("ghost@example.org", "--report"));
    refused("may not write this script", add("viewer@example.org", "--report"));
    refused(
        "Only admins make links without an end", add("writer@example.org", "--report", "--never"));
    refused("has no version 9", add("writer@example.org", "--from", "1", "--to", "9"));
    refused("time is over", add("writer@example.org", "--report", "--until", "2020-01-31"));
    refused("within a year", add("writer@example.org", "--report", "--days", "4000"));
    refused("one line", add("writer@example.org", "--report", "--note", "For\nAnn"));
    refused("See: share list", run("revoke", "AAAAAAAAAAAAAAAAAAAAAA"));
    assertThat(run("list").out()).isEmpty();
  }

  private static void refused(String told, Ran ran) {
    assertThat(ran.status()).as(told).isEqualTo(1);
    assertThat(ran.errors().lines()).singleElement().asString().contains(told);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void wrongUsageIsTold() {
    for (Ran ran :
        List.of(
            add("writer@example.org"),
            add("writer@example.org", "--from", "1"),
            add("writer@example.org", "--report", "--version-number", "1"),
            add("writer@example.org", "--report", "--until", "soon"),
            add("writer@example.org", "--report", "--until", "2099-01-01", "--never"),
            run())) {
      assertThat(ran.status()).as(ran.errors()).isEqualTo(2);
    }
  }
}
