package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of serve for single sign-on that are missing or wrong are told before it starts. */
class SignOnOptionsTest {
  @TempDir Path folder;
  private Path secret;

  @BeforeEach
  void keepSecret() throws Exception {
    secret = Files.writeString(folder.resolve("secret"), "hush-hush\n");
  }

  private String errors(String... arguments) {
    StringWriter errors = new StringWriter();
    List<String> all = new ArrayList<>(List.of("serve", "--data", folder.toString()));
    all.addAll(Arrays.asList(arguments));
    int status =
        Main.commandLine().setErr(new PrintWriter(errors)).execute(all.toArray(String[]::new));
    assertThat(status).as(errors.toString()).isEqualTo(2);
    assertThat(errors.toString()).doesNotContain("hush-hush");
    return errors.toString();
  }

  private String complete(String issuer, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--base-url",
                "https://scripts.example.org",
                "--oidc-issuer",
                issuer,
                "--oidc-client-id",
                "scripts",
                "--oidc-client-secret-file",
                secret.toString()));
    all.addAll(Arrays.asList(more));
    return errors(all.toArray(String[]::new));
  }

  @Test
  void allThatIsMissingIsNamedAtOnce() {
    assertThat(errors("--oidc-issuer", "https://login.example.org"))
        .contains(
            "Single sign-on also needs: --oidc-client-id, SCRIPT_VERSIONING_OIDC_CLIENT_SECRET or"
                + " --oidc-client-secret-file, --base-url");
  }

  @Test
  void aProviderIsReachedByTlsOrOnThisMachine() {
    assertThat(complete("http://login.example.org"))
        .contains("'http://login.example.org' is not the https:// address of a provider");
    assertThat(complete("login.example.org")).contains("is not the https:// address");
  }

  @Test
  void rolesNameRolesThatThereAre() {
    String issuer = "https://login.example.org";
    assertThat(complete(issuer, "--oidc-role-claim", "groups"))
        .contains("--oidc-role-claim and --oidc-roles need each other");
    assertThat(complete(issuer, "--oidc-role-claim", "groups", "--oidc-roles", "writers=king"))
        .contains("'king' is no role; there are viewer, commenter, editor, admin");
    assertThat(complete(issuer, "--oidc-role-claim", "groups", "--oidc-roles", "writers"))
        .contains("'writers' is not such as writers=editor");
  }

  @Test
  void aFileWithoutASecretIsTold() throws Exception {
    Files.writeString(secret, " \n");
    assertThat(complete("https://login.example.org")).contains("is empty; it should hold a secret");
    Files.delete(secret);
    assertThat(complete("https://login.example.org")).contains("cannot be read");
  }
}
