package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.mail.MailSettings;

/** Who made share links is written to before they end. */
class EndingLinkMailsTest {
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    startMails();
    try (Site site = Site.open(folder)) {
      site.script("intro", "One.\n", "Two.\n");
      Team team = Team.on(site);
      team.add(Role.EDITOR);
      Visitor maker = team.signedIn(Role.EDITOR);
      Form noted = Sharing.comparison(1, 2).with("note", "For Ann\u202e <b>");
      Sharing.make(maker, "intro", noted);
      Sharing.make(maker, "intro", Sharing.version(2));
      Sharing.make(maker, "intro", Sharing.version(1).with("note", "Long enough"));
      endSoon(site, "note <> 'Long enough'", Instant.now().plus(2, ChronoUnit.DAYS));
    }
  }

  @AfterEach
  void close() {
    mails.stop();
  }

  private void startMails() {
    mails.setUser("scripts@example.org", "scripts", "the password of the mailbox");
    mails.start();
  }

  private static void endSoon(Site site, String which, Instant end) {
    site.database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE share_links SET expires_at = ? WHERE " + which, end.toEpochMilli()));
  }

  private Site withMail() {
    return withMail(mails.getSmtp().getPort());
  }

  private Site withMail(int port) {
    return Site.openWithMail(
        folder,
        new MailSettings(
            "127.0.0.1",
            port,
            false,
            "scripts",
            "the password of the mailbox",
            "scripts@example.org"));
  }

  @Test
  void whoMadeThemIsWrittenToOnceOfEachEndEvenAfterARestart() throws Exception {
    try (Site site = withMail()) {
      assertThat(site.get("/healthz").status()).isEqualTo(200);
      assertThat(mails.waitForIncomingEmail(20_000, 1)).isTrue();
    }
    MimeMessage mail = mails.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0]).hasToString("editor@example.org");
    assertThat(mail.getSubject()).isEqualTo("2 share links of yours end soon");
    assertThat(String.valueOf(mail.getContent()))
        .contains("Hello The editor,", "Title of intro: ends", "Title of intro (For Ann")
        .contains("https://scripts.example.org/account/links")
        .doesNotContain("Long enough");
    try (Site site = withMail()) {
      // What is known already is not told again, but another end is.
      endSoon(site, "note = 'Long enough'", Instant.now().plus(1, ChronoUnit.DAYS));
    }
    try (Site site = withMail()) {
      assertThat(site.get("/healthz").status()).isEqualTo(200);
      assertThat(mails.waitForIncomingEmail(20_000, 2)).isTrue();
    }
    assertThat(mails.getReceivedMessages()).hasSize(2);
    assertThat(mails.getReceivedMessages()[1].getSubject())
        .isEqualTo("A share link of yours ends soon");
  }

  @Test
  void aMailThatCouldNotBeSentIsTriedAgain() {
    int port = mails.getSmtp().getPort();
    mails.stop();
    try (Site site = withMail(port)) {
      assertThat(site.get("/healthz").status()).isEqualTo(200);
    }
    startMails();
    try (Site site = withMail()) {
      assertThat(site.get("/healthz").status()).isEqualTo(200);
      assertThat(mails.waitForIncomingEmail(20_000, 1)).isTrue();
    }
  }
}
