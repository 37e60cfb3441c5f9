package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.mail.MailSettings;

/** Who is written to about what; each test has a script and a person of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationMailsTest {
  private static final String FIRST = "# One\n\nThe lamp is lit.\n\n# Two\n\nA ship comes in.\n";

  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private Site site;
  private Team team;
  private Visitor editor;

  @BeforeAll
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
    team.add(Role.EDITOR);
    editor = team.signedIn(Role.EDITOR);
  }

  @AfterAll
  void close() {
    site.close();
    mails.stop();
  }

  /** Waits until somebody has so many mails, and gives the last. */
  private MimeMessage mail(String word, int number) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end)) {
      List<MimeMessage> received = received(word);
      if (received.size() >= number) {
        assertThat(received).hasSize(number);
        return received.get(number - 1);
      }
      assertThat(mails.waitForIncomingEmail(50, Integer.MAX_VALUE)).isFalse();
    }
    throw new AssertionError("no mail to " + word);
  }

  private List<MimeMessage> received(String word) throws Exception {
    List<MimeMessage> received = new ArrayList<>();
    for (MimeMessage mail : mails.getReceivedMessages()) {
      if (mail.getAllRecipients()[0].toString().equals(word + "@example.org")) {
        received.add(mail);
      }
    }
    return received;
  }

  private static String part(MimeMessage mail, int part) throws Exception {
    return String.valueOf(((MimeMultipart) mail.getContent()).getBodyPart(part).getContent());
  }

  private void ask(String script, Account account) {
    Answer answer =
        editor.post(
            "/scripts/" + script + "/versions/1/reviews",
            new Form().with("person", Long.toString(account.id())));
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
  }

  private void comment(String script) {
    Answer answer =
        editor.post(
            "/scripts/" + script + "/versions/1/comments",
            new Form()
                .with("first_line", "3")
                .with("last_line", "3")
                .with("body", "Which <lamp>?"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
  }

  @Test
  void whoIsAskedForAReviewIsWrittenToAtOnceAndThenNotAgainUntilTheyLooked() throws Exception {
    site.script("asked", FIRST);
    Account ann = team.add("ann", Role.EDITOR);
    Visitor visitor = team.signedIn("ann");
    Instant start = Instant.now();
    ask("asked", ann);
    MimeMessage mail = mail("ann", 1);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(mail.getSubject())
        .isEqualTo("Your turn: Title of asked: The editor asks for your verdict on v1");
    assertThat(part(mail, 0)).contains("Hello The ann,", "asks for your verdict on v1");
    assertThat(part(mail, 1)).contains("<li><a href=\"https://scripts.example.org/notifications/");
    String told = visitor.get("/notifications").text();
    assertThat(told).contains("Your turn: The editor asks for your verdict on v1");
    assertThat(visitor.get("/").html()).contains("aria-label=\"1 new notification\"");
    // What happens before they look is on the page at once, and in no mail.
    visitor.post("/scripts/asked/watch", new Form().with("level", "all").with("mail", "yes"));
    comment("asked");
    awaitTold(visitor, "The editor commented on v1");
    assertThat(received("ann")).hasSize(1);
    // They look, and are told of the next thing and of what waited, in one mail.
    Answer leads = visitor.get(path(part(mail, 0), "notifications/\\d+"));
    assertThat(leads.status()).isEqualTo(303);
    assertThat(leads.header("Location")).isEqualTo("/scripts/asked/reviews/1");
    MimeMessage next = mail("ann", 2);
    assertThat(next.getSubject()).isEqualTo("Title of asked: The editor commented on v1");
    assertThat(part(next, 0)).contains("“The lamp is lit.”", "> Which <lamp>?");
    assertThat(part(next, 1)).contains("Which &lt;lamp&gt;?");
  }

  @Test
  void afterTwelveHoursADigestTellsOfAllByScene() throws Exception {
    site.script("digest", FIRST);
    team.add("ben", Role.VIEWER);
    Visitor ben = team.signedIn("ben");
    awaitAllTold();
    ben.post("/scripts/digest/watch", new Form().with("level", "all").with("mail", "yes"));
    save("digest", FIRST.replace("lit", "lit again"));
    assertThat(mail("ben", 1).getSubject()).isEqualTo("Title of digest: Script editor saved v2");
    save("digest", FIRST.replace("lit", "lit again").replace("ship", "grey ship"));
    comment("digest");
    awaitTold(ben, "The editor commented on v1");
    site.database()
        .write(
            handle ->
                handle.execute(
                    "UPDATE notifications SET mailed_at = mailed_at - ? WHERE mailed_at > 0",
                    Duration.ofHours(12).toMillis()));
    MimeMessage digest = mail("ben", 2);
    assertThat(digest.getSubject()).isEqualTo("Title of digest: 2 new notifications");
    assertThat(part(digest, 0)).contains("Script editor saved v3", "Two: +1 −0 words");
  }

  @Test
  void oneRequestWithoutSigningInEndsTheMailsAndNothingElse() throws Exception {
    site.script("ended", FIRST);
    Account cleo = team.add("cleo", Role.EDITOR);
    ask("ended", cleo);
    MimeMessage mail = mail("cleo", 1);
    assertThat(mail.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
    String link = path(mail.getHeader("List-Unsubscribe")[0], "unsubscribe/[\\w.-]+");
    Visitor stranger = Visitor.of(site);
    assertThat(stranger.get(link).status()).isEqualTo(200);
    assertThat(site.post(link + "x", new Form()).status()).isEqualTo(404);
    assertThat(site.post(link, new Form().with("List-Unsubscribe", "One-Click")).status())
        .isEqualTo(200);
    Visitor visitor = team.signedIn("cleo");
    visitor.post("/notifications", new Form().with("last", "999999"));
    assertThat(visitor.get("/").html()).contains("aria-label=\"0 new notifications\"");
    ask("ended", cleo);
    awaitTold(visitor, "1 new notification");
    comment("ended");
    assertThat(received("cleo")).hasSize(1);
    assertThat(visitor.get("/scripts/ended/watch").html())
        .contains("value=\"mine\" checked")
        .doesNotContain("value=\"yes\" checked");
  }

  @Test
  void allMailsAreStoppedByOneLinkAndComeAgainByTheSwitch() throws Exception {
    site.script("one", FIRST);
    site.script("two", FIRST);
    Account eve = team.add("eve", Role.EDITOR);
    ask("one", eve);
    String link = path(mail("eve", 1).getHeader("List-Unsubscribe")[0], "unsubscribe/[\\w.-]+");
    site.post(link, new Form().with("which", "all"));
    Visitor visitor = team.signedIn("eve");
    assertThat(visitor.get("/notifications").html()).doesNotContain("value=\"yes\" checked");
    ask("two", eve);
    awaitTold(visitor, "2 new notifications");
    assertThat(received("eve")).hasSize(1);
    visitor.post("/notifications/mails", new Form().with("mail", "yes"));
    site.script("three", FIRST);
    ask("three", eve);
    assertThat(mail("eve", 2).getSubject()).contains("three");
  }

  @Test
  void whoMayNotReadAScriptAnyMoreIsToldNothingOfIt() throws Exception {
    site.script("secret", FIRST);
    Account dan = team.add("dan", Role.EDITOR);
    Visitor visitor = team.signedIn("dan");
    ask("secret", dan);
    String shown = part(mail("dan", 1), 0);
    team.give(team.accounts().find("editor@example.org").orElseThrow(), "secret", Right.MANAGE);
    team.restrict("secret");
    assertThat(visitor.get("/notifications").text()).doesNotContain("secret");
    assertThat(visitor.get("/for-you").text()).doesNotContain("secret");
    assertThat(visitor.get("/").html()).contains("aria-label=\"0 new notifications\"");
    assertThat(visitor.get(path(shown, "notifications/\\d+")).status()).isEqualTo(404);
    save("secret", "Other words.\n");
    site.script("open", FIRST);
    ask("open", dan);
    assertThat(mail("dan", 2).getSubject()).contains("Title of open");
  }

  @Test
  void whoseScriptItIsIsWrittenToWhenAScoreRisesAndTheLengthLeavesTheTarget() throws Exception {
    Account fay = team.add("fay", Role.EDITOR);
    Visitor visitor = team.signedIn("fay");
    site.script("timed");
    team.give(fay, "timed", Right.MANAGE);
    Form settings =
        new Form()
            .with("words_per_minute", "60")
            .with("target", "0:10")
            .with("tolerance", "2")
            .with("score_name_1", "review_score")
            .with("score_direction_1", "higher")
            .with("length_warning", "true");
    assertThat(visitor.post("/scripts/timed/statistics/settings", settings).status())
        .isEqualTo(303);
    scored("timed", 10, 70);
    scored("timed", 30, null);
    scored("timed", 11, 75);
    scored("timed", 30, 60);
    scored("timed", 11, 65);
    scored("timed", 40, 80);
    scored("timed", 50, 90);
    MimeMessage mail = mail("fay", 1);
    assertThat(mail.getSubject())
        .isEqualTo(
            "Title of timed: v6 has a better review_score (65 → 80), but at 0:40 it leaves the"
                + " target of 0:10 ± 0:02");
    String link = path(part(mail, 0), "notifications/\\d+");
    assertThat(visitor.get("/notifications").html().split("leaves the target", -1)).hasSize(2);
    Answer leads = visitor.get(link);
    assertThat(leads.header("Location")).isEqualTo("/scripts/timed/compare/5...6");
    assertThat(visitor.get("/scripts/timed/compare/5...6").text())
        .contains("+29 s (0:11 → 0:40), leaves the target of 0:10 ± 0:02 · Review score 65 → 80");
  }

  /** A version of so many words, with a score or without. */
  private void scored(String script, int words, @Nullable Integer score) {
    site.versions()
        .save(
            NewVersion.builder(
                    script,
                    ScriptText.of("word ".repeat(words).strip() + "\n"),
                    Site.WRITER,
                    "Of " + words)
                .metadata(
                    Metadata.of(
                        score == null ? Map.of("source", "ai") : Map.of("review_score", score)))
                .build());
  }

  private void save(String script, String text) {
    site.save(script, ScriptText.of(text));
  }

  /** Waits until all versions were told of. */
  private void awaitAllTold() {
    String sql =
        "SELECT last_id = (SELECT max(id) FROM script_versions) FROM notification_sources"
            + " WHERE source = 'versions'";
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!site.database().read(handle -> handle.createQuery(sql).mapTo(Boolean.class).one())) {
      assertThat(Instant.now()).isBefore(end);
    }
  }

  private static void awaitTold(Visitor visitor, String sentence) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!visitor.get("/notifications").html().contains(sentence)) {
      assertThat(Instant.now()).as(sentence).isBefore(end);
    }
  }

  private static String path(String text, String form) {
    Matcher matcher =
        Pattern.compile("https://scripts\\.example\\.org(/" + form + ")").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
