package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.AuditVerification;
import prismq.t.script.versioning.audit.CurrentActor;

/** What the audit log tells of people. */
class AccountAuditTest {
  private Site site;
  private Team team;
  private Visitor admin;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    team = Team.on(site);
    admin = Visitor.signedIn(site, "admin@example.org", Visitor.PASSWORD);
  }

  @AfterEach
  void close() {
    assertThat(new AuditVerification(site.database()).run().problems()).isEmpty();
    site.close();
  }

  /** The entries of an act, newest first: who, and what it was about. */
  private List<String> entries(String act) {
    Answer csv = admin.get("/audit.csv?act=" + act);
    assertThat(csv.status()).isEqualTo(200);
    return csv.html()
        .lines()
        .skip(1)
        .map(line -> line.split(",", 9))
        .map(cells -> cells[3] + ": " + line(cells[7]) + " from " + cells[4])
        .toList();
  }

  private static String line(String cell) {
    return cell.replace("\"", "");
  }

  @Test
  void itTellsWhoSignedInAndOutAndWhoFailedButNoPassword() {
    Visitor browser = Visitor.signedIn(site, "admin@example.org", Visitor.PASSWORD);
    browser.post("/sign-out", new Form());
    Visitor.of(site).signIn("Ghost@example.org", "not the password of a ghost");
    assertThat(entries("signed_in"))
        .containsExactly(
            "The admin: A program from 127.0.0.1", "The admin: A program from 127.0.0.1");
    assertThat(entries("signed_out")).containsExactly("The admin: A program from 127.0.0.1");
    assertThat(entries("sign_in_failed")).containsExactly(": Ghost@example.org from 127.0.0.1");
    assertThat(admin.get("/audit.csv").html()).doesNotContain("not the password");
    assertThat(admin.get("/audit?act=sign_in_failed").text()).contains("Failed to sign in");
  }

  @Test
  void whoIsNotKnownAndCameFromElsewhereIsNotTakenForThisComputer() {
    CurrentActor.set(Actor.at("203.0.113.9"));
    AuditLog.of(site.database())
        .record(AuditEvent.of(AuditAct.SIGN_IN_FAILED, "ghost@example.org"));
    CurrentActor.clear();
    assertThat(admin.get("/audit?act=sign_in_failed").text())
        .contains("Somebody Failed to sign in", "203.0.113.9");
  }

  @Test
  void itTellsOfInvitationsAndOfThoseWhoAcceptThem() {
    Form editor = new Form().with("role", "editor");
    String first = admin.post("/people/invitations", editor).all("/invitations/[\\w-]{43}").get(0);
    admin.post("/people/invitations", editor);
    String hash = admin.get("/people").all("name=\"invitation\" value=\"([^\"]+)\"").get(0);
    admin.post("/people/invitations/withdraw", new Form().with("invitation", hash));
    Form account =
        new Form()
            .with("name", "Guest writer")
            .with("email", "guest@example.org")
            .with("password", Visitor.PASSWORD);
    // Whichever of the two was withdrawn.
    Answer made = Visitor.of(site).post(first, account);
    assertThat(entries("invitation_made")).hasSize(2);
    assertThat(entries("invitation_withdrawn"))
        .containsExactly("The admin: as editor from 127.0.0.1");
    if (made.status() == 303) {
      assertThat(entries("invitation_accepted"))
          .containsExactly("Guest writer: as editor from 127.0.0.1");
      assertThat(entries("account_made").get(0))
          .isEqualTo("Guest writer: Guest writer <guest@example.org> as editor from 127.0.0.1");
    } else {
      assertThat(entries("invitation_accepted")).isEmpty();
    }
    assertThat(admin.get("/audit.csv").html()).doesNotContain(first.substring(13));
  }

  @Test
  void itTellsWhatBecameOfAnAccount() {
    Account account = team.add("writer", Role.EDITOR);
    String path = "/people/" + account.id();
    admin.post(path + "/role", new Form().with("role", "viewer"));
    admin.post(path + "/role", new Form().with("role", "viewer"));
    admin.post(path + "/disable", new Form());
    admin.post(path + "/enable", new Form());
    String link = admin.post(path + "/reset", new Form()).all("/reset/[\\w-]{43}").get(0);
    Visitor.of(site).post(link, new Form().with("password", "nine slow barges upstream"));
    assertThat(entries("role_changed"))
        .containsExactly(
            "The admin: The writer <writer@example.org> from editor to viewer from 127.0.0.1");
    String writer = "The writer <writer@example.org>";
    assertThat(entries("account_disabled"))
        .containsExactly("The admin: " + writer + " from 127.0.0.1");
    assertThat(entries("account_enabled"))
        .containsExactly("The admin: " + writer + " from 127.0.0.1");
    assertThat(entries("password_link_made"))
        .containsExactly("The admin: for " + writer + " from 127.0.0.1");
    assertThat(entries("password_reset"))
        .containsExactly("The writer: " + writer + " from 127.0.0.1");
    assertThat(admin.get("/audit.csv").html())
        .doesNotContain("nine slow barges", link.substring("/reset/".length()));
  }

  @Test
  void itTellsWhatPeopleChangeOfThemselves() {
    admin.post(
        "/account",
        new Form()
            .with("name", "The boss")
            .with("email", "boss@example.org")
            .with("email_password", Visitor.PASSWORD)
            .with("time_zone", "UTC"));
    Answer changed =
        admin.post(
            "/account/password",
            new Form()
                .with("current_password", Visitor.PASSWORD)
                .with("password", "nine slow barges upstream"));
    assertThat(changed.status()).isEqualTo(303);
    assertThat(entries("account_changed"))
        .containsExactly(
            "The admin: The admin <admin@example.org> to The boss <boss@example.org>"
                + " from 127.0.0.1");
    assertThat(entries("password_changed"))
        .containsExactly("The boss: The boss <boss@example.org> from 127.0.0.1");
  }

  @Test
  void theSecretOfALinkIsNotInWhatItTellsOfARefusal() {
    String secret = "A".repeat(43);
    Answer refused =
        site.post(
            "/invitations/" + secret, new Form().with("x", "y"), "Sec-Fetch-Site", "cross-site");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(entries("refused")).containsExactly(": POST /invitations/… from 127.0.0.1");
  }
}
