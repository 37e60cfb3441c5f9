package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;

class UnreadWordingTest {
  private static final String READ = "The bridge hums.\n\nNobody knows why.\n\nIt is windy.\n";
  private static final String EDITED = "The bridge hums.\n\nEverybody knows.\n\n- It is *windy*.\n";

  private Site site;
  private Visitor reader;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    Team team = Team.on(site);
    team.add("reader", Role.VIEWER);
    site.script("intro", READ, EDITED);
    reader = team.signedIn("reader");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void read(int version) {
    reader.post("/scripts/intro/versions/" + version + "/read", new Form().with("none", ""));
  }

  private Answer page(int version) {
    return reader.get("/scripts/intro/versions/" + version);
  }

  @Test
  void whoHasReadNothingOfAScriptIsShownItAsItIs() {
    assertThat(page(2).html()).doesNotContain("data-unread");
  }

  @Test
  void onlyPassagesInAWordingThatWasNotReadAreMarked() {
    read(1);
    assertThat(page(2).all("data-unread=\"([^\"]*)\"")).containsExactly("14-29");
    assertThat(page(2).text()).contains("New since you read v1, just now: 1 paragraph");
  }

  @Test
  void whatWasReadIsMarkedNoMore() {
    read(1);
    read(2);
    assertThat(page(2).html()).doesNotContain("data-unread");
    assertThat(page(1).html()).as("an older version").doesNotContain("data-unread");
  }

  @Test
  void nothingIsToldApartWhereEverythingIsNew() {
    read(1);
    site.save("intro", ScriptText.of("Other words.\n"));
    assertThat(page(3).html()).doesNotContain("data-unread");
  }
}
