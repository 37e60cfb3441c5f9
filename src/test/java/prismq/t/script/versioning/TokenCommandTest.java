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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.token.TokenCheck;
import prismq.t.script.versioning.token.TokenFault;
import prismq.t.script.versioning.token.Tokens;

class TokenCommandTest {
  private static final String PASSWORD = "seven grey herons at noon";

  @TempDir Path folder;

  /** What a command answered. */
  private record Ran(int status, String out, String errors) {}

  @BeforeEach
  void makeAccounts() {
    try (Database database = Database.open(folder)) {
      Accounts accounts = accounts(database);
      accounts.add(new NewAccount("Script admin", "admin@example.org", PASSWORD), Role.ADMIN);
      accounts.add(new NewAccount("Script writer", "writer@example.org", PASSWORD), Role.EDITOR);
      new VersionManager(database, new IndexWriter()).createScript("intro", "The introduction");
    }
  }

  private static Accounts accounts(Database database) {
    return new Accounts(database, new Links(database, Clock.systemUTC()), Clock.systemUTC());
  }

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    List<String> all = new ArrayList<>(List.of("token"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--data", folder.toString()));
    int status =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(all.toArray(String[]::new));
    return new Ran(status, out.toString(), errors.toString());
  }

  private TokenCheck check(String token) {
    try (Database database = Database.open(folder)) {
      return new Tokens(database, accounts(database), Clock.systemUTC()).check(token);
    }
  }

  @Test
  void aTokenIsPrintedAloneListedAndRevoked() {
    Ran added =
        run(
            "add",
            "--email",
            "Writer@example.org",
            "--right",
            "write-as",
            "--script",
            "intro",
            "--expires",
            "30",
            "--name",
            "Pipeline");
    assertThat(added.errors()).isEmpty();
    assertThat(added.out()).matches("sv_[A-Za-z0-9_-]{43}\\R");
    String token = added.out().strip();
    assertThat(check(token))
        .isInstanceOfSatisfying(
            TokenCheck.Good.class,
            good -> assertThat(good.owner().name()).isEqualTo("Script writer"));
    String list = run("list").out();
    assertThat(list)
        .matches("1\twriter@example.org\twrite-as\tPipeline\t20[^\t]+Z\t20[^\t]+Z\tintro\t\\R")
        .doesNotContain(token.substring(3));
    assertThat(run("revoke", "1").out()).startsWith("The token “Pipeline” is revoked.");
    assertThat(check(token)).isEqualTo(new TokenCheck.Bad(TokenFault.REVOKED));
    assertThat(run("list").out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ghost@example.org, read, intro, See: user list",
    "writer@example.org, admin, intro, 'read, write, write-as'",
    "writer@example.org, read, nowhere, There is no script “nowhere”."
  })
  void whatCannotBeMadeIsToldInOneLine(String email, String right, String script, String part) {
    Ran ran = run("add", "--email", email, "--right", right, "--script", script);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.errors().lines()).singleElement().asString().contains(part);
    assertThat(ran.out()).isEmpty();
    assertThat(run("list").out()).isEmpty();
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(run("add", "--email", "admin@example.org", "--right", "all").errors())
        .contains("read, write, write-as, admin");
    assertThat(
            run("add", "--email", "admin@example.org", "--right", "read", "--expires", "0")
                .status())
        .isEqualTo(2);
    Ran unknown = run("revoke", "99");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.errors()).contains("See: token list");
  }
}
