package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class UserCommandTest {
  private static final String PASSWORD = "seven grey herons at noon";

  @TempDir Path folder;

  /** What a command answered. */
  private record Ended(int status, String out, String errors) {}

  private Ended run(String typed, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      List<String> all = new ArrayList<>(List.of("user"));
      all.addAll(Arrays.asList(arguments));
      all.addAll(List.of("--data", folder.toString()));
      CommandLine line =
          Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
      int status = line.execute(all.toArray(String[]::new));
      return new Ended(status, out.toString(), errors.toString());
    } finally {
      System.setIn(before);
    }
  }

  private Ended add(String name, String email, String role, String password) {
    return run(password + "\n", "add", name, "--email", email, "--role", role, "--password-stdin");
  }

  @Test
  void accountsAreAddedListedAndDisabled() {
    Ended first = add("Script admin", "admin@example.org", "admin", PASSWORD);
    assertThat(first.errors()).isEmpty();
    assertThat(first.out())
        .contains("Script admin <admin@example.org>", "From now on everybody has to sign in.");
    assertThat(add("Script writer", "Writer@example.org", "editor", PASSWORD).out())
        .contains("as editor")
        .doesNotContain("From now on");
    assertThat(run("", "list").out())
        .isEqualToNormalizingNewlines(
            """
            admin@example.org\tadmin\tScript admin
            Writer@example.org\teditor\tScript writer
            """);
    assertThat(run("", "disable", "writer@EXAMPLE.org").status()).isZero();
    assertThat(run("", "list").out()).contains("Script writer\tdisabled");
  }

  @Test
  void aLinkToSetANewPasswordIsPrintedAlone() {
    add("Script admin", "admin@example.org", "admin", PASSWORD);
    assertThat(run("", "reset", "admin@example.org").out())
        .matches("http://127\\.0\\.0\\.1:8080/reset/[A-Za-z0-9_-]{43}\\R");
    assertThat(
            run("", "reset", "admin@example.org", "--base-url", "https://scripts.example.org/")
                .out())
        .startsWith("https://scripts.example.org/reset/");
  }

  @Test
  void theOnlyAdminCannotBeDisabled() {
    add("Script admin", "admin@example.org", "admin", PASSWORD);
    Ended ended = run("", "disable", "admin@example.org");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.errors()).contains("is the only admin");
    assertThat(run("", "list").out()).doesNotContain("disabled");
  }

  @Test
  void theFirstAccountIsAnAdmin() {
    Ended ended = add("Script writer", "writer@example.org", "editor", PASSWORD);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.errors()).contains("Add an admin first.");
    assertThat(run("", "list").out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Name, admin@example.org, admin, short, 5 characters",
    "Name, admin@example.org, admin, passwordpassword, easy to guess",
    "Name, nobody, admin, seven grey herons at noon, Enter an e-mail address",
    "' ', admin@example.org, admin, seven grey herons at noon, Enter your name",
    "Name, admin@example.org, admin, '', no password on standard input"
  })
  void whatCannotBeKeptIsToldInOneLine(
      String name, String email, String role, String password, String part) {
    Ended ended = add(name, email, role, password);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.errors().lines()).singleElement().asString().contains(part);
    assertThat(ended.errors()).doesNotContain(PASSWORD);
  }

  @Test
  void anAddressHasOneAccountOnly() {
    add("Script admin", "admin@example.org", "admin", PASSWORD);
    Ended ended = add("Other", "ADMIN@example.org", "editor", PASSWORD);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.errors()).contains("Somebody has an account with this e-mail address.");
    Ended alike = add("script  ADMIN", "other@example.org", "editor", PASSWORD);
    assertThat(alike.errors()).contains("Somebody else has this name here.");
  }

  @Test
  void anUnknownRoleIsWrongUsage() {
    Ended ended = add("Name", "admin@example.org", "owner", PASSWORD);
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.errors()).contains("viewer, commenter, editor, admin");
  }

  @Test
  void nobodyIsFoundWhoIsNotThere() {
    add("Script admin", "admin@example.org", "admin", PASSWORD);
    for (String command : List.of("reset", "disable")) {
      assertThat(run("", command, "ghost@example.org").errors()).contains("See: user list");
    }
  }
}
