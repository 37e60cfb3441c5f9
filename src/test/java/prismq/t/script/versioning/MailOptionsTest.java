package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of serve for mail, and for what proxies say, are told before it starts where wrong. */
class MailOptionsTest {
  private static final String SERVER = "smtp://mail.example.org:587";

  @TempDir Path folder;

  private String errors(String... arguments) {
    StringWriter errors = new StringWriter();
    List<String> all =
        new ArrayList<>(
            List.of(
                "serve", "--data", folder.toString(), "--base-url", "https://scripts.example.org"));
    all.addAll(Arrays.asList(arguments));
    int status =
        Main.commandLine().setErr(new PrintWriter(errors)).execute(all.toArray(String[]::new));
    assertThat(status).as(errors.toString()).isEqualTo(2);
    return errors.toString();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(errors("--smtp-url", SERVER))
        .contains("--smtp-url also needs --base-url and --mail-from");
    assertThat(errors("--mail-from", "scripts@example.org")).contains("Mail also needs --smtp-url");
    assertThat(
            errors("--smtp-url", SERVER, "--mail-from", "scripts@example.org", "--smtp-user", "x"))
        .contains("--smtp-user also needs SCRIPT_VERSIONING_SMTP_PASSWORD or --smtp-password-file");
  }

  @Test
  void whatIsWrongIsQuoted() {
    assertThat(errors("--smtp-url", "mail.example.org", "--mail-from", "scripts@example.org"))
        .contains("'mail.example.org' is not an address such as smtp://mail.example.org:587");
    assertThat(errors("--smtp-url", SERVER, "--mail-from", "scripts"))
        .contains("--mail-from 'scripts' is not an e-mail address");
  }

  @Test
  void aPasswordInTheAddressIsRefusedWithoutBeingShown() {
    assertThat(
            errors(
                "--smtp-url",
                "smtp://scripts:hush-hush@mail.example.org",
                "--mail-from",
                "scripts@example.org"))
        .contains("--smtp-url holds no user; name one by --smtp-user")
        .doesNotContain("hush-hush");
  }

  @Test
  void aHeaderIsBelievedOfNamedProxiesOnly() {
    assertThat(errors("--proxy-user-header", "X-Forwarded-Email"))
        .contains("--proxy-user-header also needs --proxy");
    assertThat(errors("--proxy", "127.0.0.1", "--proxy-user-header", "X Y"))
        .contains("'X Y' is not the name of a header such as X-Forwarded-Email");
  }
}
