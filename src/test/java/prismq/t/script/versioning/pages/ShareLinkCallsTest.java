package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;
import prismq.t.script.versioning.token.TokenRight;

/** What programs do with share links. */
class ShareLinkCallsTest {
  private static final String LINKS = "/api/v1/scripts/intro/share-links";
  private static final Pattern ID = Pattern.compile("\"share_link_id\":\"([A-Za-z0-9_-]{22})\"");

  private Site site;
  private Team team;
  private Visitor program;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("intro", "The boat left.\n", "The boat left the harbour.\n");
    team = Team.on(site);
    team.add(Role.EDITOR);
    program = team.program(Role.EDITOR, TokenRight.WRITE);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String made(String json) {
    Answer answer = program.json("POST", LINKS, json);
    assertThat(answer.status()).as(answer.html()).isEqualTo(201);
    return answer.html();
  }

  private static String id(String json) {
    Matcher id = ID.matcher(json);
    assertThat(id.find()).as(json).isTrue();
    return id.group(1);
  }

  @Test
  void aLinkIsMadeChangedListedAndRevoked() {
    String made = made("{\"from\": 1, \"to\": 2, \"view\": \"unified\", \"note\": \"Client\"}");
    assertThat(made).contains("\"state\":\"open\"", "\"following\":false", "\"downloads\":true");
    SharedVisit visit = Sharing.open(site, Sharing.path(made));
    assertThat(visit.address()).endsWith("?view=unified");
    assertThat(visit.page().text()).contains("harbour");
    String link = LINKS + "/" + id(made);
    Answer changed = program.json("PATCH", link, "{\"downloads\": false, \"max_openings\": 1}");
    assertThat(changed.html()).contains("\"state\":\"used_up\"", "\"openings\":1");
    assertThat(visit.guest().get(visit.url() + ".diff").status()).isEqualTo(403);
    assertThat(program.get(LINKS).html()).contains(id(made)).doesNotContain("/s/");
    assertThat(program.json("DELETE", link, "").status()).isEqualTo(204);
    assertThat(visit.page().status()).isEqualTo(404);
    assertThat(program.get(link).html()).contains("\"state\":\"revoked\"");
  }

  @Test
  void aVersionAReportAndWhatIsNewestAreSharedToo() {
    assertThat(made("{\"version_number\": 2}")).contains("\"kind\":\"version\"", "\"to\":2");
    assertThat(made("{\"report\": {\"diff\": true}}")).contains("\"kind\":\"report\"", "\"to\":2");
    assertThat(made("{\"from\": 1, \"to\": 2, \"following\": true}"))
        .contains("\"following\":true", "\"to\":null");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    refused("{}", "from");
    refused("{\"from\": 1, \"to\": 2, \"version_number\": 1}", "from");
    refused("{\"version_number\": 1, \"expires_at\": \"2020-01-01T00:00:00Z\"}", "expires_at");
    refused("{\"version_number\": 1, \"expires_at\": null}", "expires_at");
    refused("{\"version_number\": 1, \"password\": \"        \"}", "password");
    refused("{\"version_number\": 1, \"max_openings\": 0}", "max_openings");
    refused("{\"version_number\": 1, \"note\": \"two\\nlines\"}", "note");
    refused("{\"report\": {\"colour\": \"red\"}}", "report");
    refused("{\"report\": {\"author\": \"Script editor\"}, \"hide_names\": true}", "hide_names");
    for (String missing :
        List.of(
            "{\"version_number\": 7}",
            "{\"report\": {\"to_version\": 7}}",
            "{\"report\": {\"from_version\": 7}, \"following\": true}",
            "{\"report\": {\"branch\": \"nowhere\"}}",
            "{\"report\": {\"author\": \"Nobody\"}}")) {
      assertThat(program.json("POST", LINKS, missing).status()).as(missing).isEqualTo(404);
    }
    assertThat(program.json("POST", LINKS, "{\"from\":1,\"to\":2,\"view\":\"x\"}").status())
        .isEqualTo(400);
    assertThat(team.shareLinks().ofScript("intro")).isEmpty();
  }

  private void refused(String json, String field) {
    Answer answer = program.json("POST", LINKS, json);
    assertThat(answer.status()).as(json).isEqualTo(422);
    assertThat(answer.html()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void onesNoteIsOnesOwnAndSoIsTheLinkButForAdmins() {
    String made = made("{\"version_number\": 2, \"note\": \"For the lawyer\"}");
    Account other = team.add("other", Role.EDITOR);
    Visitor colleague = team.program(other, TokenRight.WRITE);
    assertThat(colleague.get(LINKS).html()).doesNotContain(id(made));
    assertThat(colleague.json("DELETE", LINKS + "/" + id(made), "").status()).isEqualTo(404);
    Visitor admin = team.program(Role.ADMIN, TokenRight.ADMIN);
    assertThat(admin.get(LINKS).html()).contains(id(made)).doesNotContain("For the lawyer");
    assertThat(program.get(LINKS).html()).contains("For the lawyer");
    Visitor reader = team.program(Role.EDITOR, TokenRight.READ);
    assertThat(reader.json("POST", LINKS, "{\"version_number\": 2}").status()).isEqualTo(403);
  }
}
