package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.mail.MailSettings;

/** Links for passwords and invitations that come by mail. */
class MailPagesTest {
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Site site;
  private Team team;
  private Visitor visitor;

  @BeforeEach
  void open(@TempDir Path folder) {
    mails.setUser("scripts@example.org", "scripts", "the password of the mailbox");
    mails.start();
    site =
        Site.openWithMail(
            folder,
            new MailSettings(
                "127.0.0.1",
                mails.getSmtp().getPort(),
                false,
                "scripts",
                "the password of the mailbox",
                "scripts@example.org"));
    team = Team.on(site);
    visitor = Visitor.of(site);
  }

  @AfterEach
  void close() {
    site.close();
    mails.stop();
  }

  private Answer forgot(String email) {
    return visitor.post("/forgotten", new Form().with("email", email));
  }

  private MimeMessage mail() {
    assertThat(mails.waitForIncomingEmail(20_000, 1)).isTrue();
    return mails.getReceivedMessages()[mails.getReceivedMessages().length - 1];
  }

  /** The path of the link in a mail. */
  private static String link(MimeMessage mail) throws Exception {
    Matcher matcher = Pattern.compile("https://scripts\\.example\\.org(/\\S+)").matcher(body(mail));
    assertThat(matcher.find()).as(body(mail)).isTrue();
    return matcher.group(1);
  }

  private static String body(MimeMessage mail) throws Exception {
    return String.valueOf(mail.getContent());
  }

  @Test
  void whoForgotThePasswordSetsANewOneByMail() throws Exception {
    assertThat(visitor.get("/sign-in").html()).contains("href=\"/forgotten\"");
    assertThat(visitor.get("/forgotten").heading()).isEqualTo("Forgot your password?");
    // The link starts with the address of the server, whatever a request calls it.
    Answer sent =
        site.post(
            "/forgotten",
            new Form().with("email", "Admin@example.org"),
            "Sec-Fetch-Site",
            "same-origin",
            "X-Forwarded-Host",
            "evil.example");
    assertThat(sent.text()).contains("If Admin@example.org has an account here");
    MimeMessage mail = mail();
    assertThat(mail.getAllRecipients()[0]).hasToString("admin@example.org");
    assertThat(mail.getSubject()).isEqualTo("Set a new password");
    assertThat(mail.getFrom()[0]).hasToString("Script Versioning <scripts@example.org>");
    assertThat(mail.getMessageID()).endsWith("@example.org>");
    assertThat(body(mail)).contains("Hello The admin,");
    String password = "two lamps under the stairs";
    Answer in = visitor.post(link(mail), new Form().with("password", password));
    assertThat(in.status()).isEqualTo(303);
    assertThat(visitor.signIn("admin@example.org", password).status()).isEqualTo(303);
    assertThat(visitor.get(link(mail)).status()).isEqualTo(410);
  }

  @Test
  void whoHasNoAccountIsAnsweredAlikeAndGetsNoMail() {
    team.add("gone", Role.EDITOR);
    long gone = team.accounts().find("gone@example.org").orElseThrow().id();
    team.accounts().change(gone, account -> account.disabled(true));
    Answer known = forgot("admin@example.org");
    Answer unknown = forgot("ghost@example.org");
    Answer disabled = forgot("gone@example.org");
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.html().replace("ghost@", "admin@")).isEqualTo(known.html());
    assertThat(disabled.html().replace("gone@", "admin@")).isEqualTo(known.html());
    // Nobody can fill a mailbox.
    forgot("admin@example.org");
    // All mails before are sent once this one is.
    team.signedIn(Role.ADMIN)
        .post(
            "/people/invitations",
            new Form().with("role", "viewer").with("email", "last@example.org"));
    assertThat(mails.waitForIncomingEmail(20_000, 2)).isTrue();
    assertThat(mails.getReceivedMessages()).hasSize(2);
  }

  @Test
  void whatIsNoAddressIsToldBesideTheField() {
    for (String email : new String[] {"", "ann", "a@b\nBcc: c@example.org", "a b@example.org"}) {
      Answer answer = forgot(email);
      assertThat(answer.status()).as(email).isEqualTo(422);
      assertThat(answer.text()).contains("e-mail address");
    }
  }

  @Test
  void anInvitationThatNamesAnAddressIsSentThere() throws Exception {
    team.accounts()
        .add(
            new NewAccount("Ünal \"Bcc: x\" <y>", "unal@example.org", Visitor.PASSWORD),
            Role.ADMIN);
    Visitor admin = Visitor.signedIn(site, "unal@example.org", Visitor.PASSWORD);
    Answer made =
        admin.post(
            "/people/invitations",
            new Form().with("role", "editor").with("email", "new@example.org"));
    assertThat(made.text())
        .contains("A mail with this invitation is on its way to new@example.org.")
        .contains("Invitation for new@example.org as editor");
    MimeMessage mail = mail();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).isEqualTo("Ünal \"Bcc: x\" <y> invites you to Script Versioning");
    assertThat(visitor.get(link(mail)).field("email")).isEqualTo("new@example.org");
    Form form = new Form().with("name", "New one").with("password", Visitor.PASSWORD);
    Answer other = visitor.post(link(mail), form.with("email", "other@example.org"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text()).contains("This invitation is for new@example.org.");
    Form right = new Form().with("name", "New one").with("password", Visitor.PASSWORD);
    assertThat(visitor.post(link(mail), right.with("email", "new@example.org")).status())
        .isEqualTo(303);
  }

  @Test
  void adminsAreToldThatAMailWasNotSent() {
    mails.stop();
    Visitor admin = team.signedIn(Role.ADMIN);
    forgot("admin@example.org");
    Answer people = admin.get("/people");
    for (int i = 0; i < 200 && !people.text().contains("could not be sent"); i++) {
      people = admin.get("/people");
    }
    assertThat(people.text()).contains("A mail could not be sent", "Hand links over yourself");
  }

  @Test
  void aServerWithoutMailSaysSo(@TempDir Path folder) {
    try (Site plain = Site.open(folder)) {
      Team.on(plain);
      Visitor plainVisitor = Visitor.of(plain);
      assertThat(plainVisitor.get("/sign-in").text()).contains("Ask an admin for a link");
      Answer answer = plainVisitor.post("/forgotten", new Form().with("email", "a@example.org"));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).contains("This server sends no mail.");
    }
  }
}
