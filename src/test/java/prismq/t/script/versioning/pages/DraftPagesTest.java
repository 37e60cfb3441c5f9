package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.draft.DraftPlace;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.draft.StoredDraft;

@TestInstance(Lifecycle.PER_CLASS)
class DraftPagesTest {
  private int scripts;
  private String script = "";
  private String edit = "";
  private Site site;
  private Team team;
  private Account editor;
  private Visitor ann;
  private Visitor admin;
  private Drafts drafts;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder, 20_000);
    team = Team.on(site);
    editor = team.add(Role.EDITOR);
    ann = team.signedIn(Role.EDITOR);
    admin = team.signedIn(Role.ADMIN);
    drafts = new Drafts(site.database(), Clock.systemUTC());
  }

  @BeforeEach
  void addScript() {
    script = "script-" + ++scripts;
    edit = "/scripts/" + script + "/edit";
    site.script(script, "The boat left.\n", "The boat left the harbour.\n");
  }

  @AfterAll
  void close() {
    site.close();
  }

  private Answer keep(Visitor who, String keys, int revision, String content) {
    return who.post(
        "/scripts/" + script + "/drafts",
        Form.version(content, "", "Because", 2)
            .with("draft", keys)
            .with("writer", Long.toString(editor.id()))
            .with("revision", Integer.toString(revision)));
  }

  private Optional<StoredDraft> draft() {
    return drafts.find(new DraftPlace(editor.id(), script, 1));
  }

  private String kept() {
    return draft().map(draft -> draft.fields().content()).orElse("");
  }

  private static Form saved(String content, String keys) {
    return Form.version(content, "", "Because", 2).with("draft", keys);
  }

  private String ownPage() {
    return "/account/drafts/" + draft().orElseThrow().id();
  }

  @Test
  void aDraftIsOfferedAndRestoredWithoutScripts() {
    assertThat(keep(ann, "page", 3, "The boat left at dawn.\n").status()).isEqualTo(204);
    Answer offered = ann.get(edit);
    assertThat(offered.text())
        .contains("A draft saved just now, based on v2, is kept on the server.")
        .contains("It differs from the text below: 2 words added");
    assertThat(offered.textField()).isEqualTo("The boat left the harbour.\n");
    assertThat(offered.html()).contains("href=\"" + edit + "?draft=page.3\"");
    Answer restored = ann.get(edit + "?draft=page.3");
    assertThat(restored.textField()).isEqualTo("The boat left at dawn.\n");
    assertThat(restored.field("change_description")).isEqualTo("Because");
    assertThat(restored.field("draft")).isEqualTo("page.3");
    assertThat(restored.text()).doesNotContain("kept on the server");
    Answer saved =
        ann.post("/scripts/" + script + "/versions", saved("The boat left at dawn.\n", "page.3"));
    assertThat(saved.status()).isEqualTo(303);
    assertThat(kept()).isEmpty();
    assertThat(ann.get(edit).text()).doesNotContain("kept on the server");
  }

  @Test
  void theListOfScriptsTellsOfDrafts() {
    keep(ann, "page", 1, "Typed.\n");
    Answer list = ann.get("/");
    assertThat(list.text())
        .containsPattern("You have (a draft that is|[0-9]+ drafts that are) not saved yet");
    assertThat(list.html()).contains("href=\"/account/drafts\"");
  }

  @Test
  void aDraftIsDiscardedByAPlainForm() {
    keep(ann, "page", 1, "Typed.\n");
    Answer done =
        ann.post(ownPage() + "/discard", new Form().with("draft", "page.1").with("from", "editor"));
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.header("Location")).isEqualTo(edit + "?branch=main");
    assertThat(kept()).isEmpty();
  }

  @Test
  void onlyTheSaveThatADraftBelongsToRemovesIt() {
    keep(ann, "page", 1, "Typed here.\n");
    ann.post("/scripts/" + script + "/versions", saved("Saved elsewhere.\n", "another"));
    assertThat(site.versions().script(script).latestVersion()).isEqualTo(3);
    assertThat(kept()).isEqualTo("Typed here.\n");
    assertThat(ann.post("/scripts/" + script + "/versions", saved("", "page")).status())
        .isEqualTo(422);
    assertThat(kept()).isEqualTo("Typed here.\n");
  }

  @Test
  void theDraftOfAnotherPageIsHandedOverBeforeItIsReplaced() {
    keep(ann, "one", 1, "Typed there.\n");
    Answer refused = keep(ann, "two", 1, "Typed here.\n");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.html())
        .contains("\"key\":\"one\"", "\"revision\":1", "Typed there.", "\"base_version\":2");
    assertThat(kept()).isEqualTo("Typed there.\n");
    assertThat(keep(ann, "two one.1", 2, "Typed here.\n").status()).isEqualTo(204);
    assertThat(kept()).isEqualTo("Typed here.\n");
  }

  @Test
  void nobodyElseSeesIt() {
    keep(ann, "page", 1, "Typed in secret.\n");
    String own = ownPage();
    assertThat(ann.get(own).text()).contains("Only you can see it.");
    assertThat(ann.get(own).textField()).isEqualTo("Typed in secret.\n");
    for (String path : new String[] {own, own + "/content.json"}) {
      assertThat(admin.get(path).status()).isEqualTo(404);
    }
    assertThat(admin.post(own + "/discard", new Form().with("draft", "page.1")).status())
        .isEqualTo(404);
    assertThat(admin.get("/account/drafts").text()).contains("No drafts.");
    assertThat(admin.get(edit).text()).doesNotContain("kept on the server");
    for (String path :
        new String[] {"/", "/search?q=secret", "/feed.atom", "/scripts/" + script + "?q=secret"}) {
      assertThat(ann.get(path).text()).doesNotContain("Typed in secret");
    }
    assertThat(kept()).isEqualTo("Typed in secret.\n");
  }

  @Test
  void whoMayNoLongerWriteStillCopiesTheText() {
    keep(ann, "page", 1, "Typed in time.\n");
    String own = ownPage();
    team.give(editor, script, Right.READ);
    assertThat(keep(ann, "page", 2, "Too late.\n").status()).isEqualTo(403);
    assertThat(ann.get(edit).status()).isEqualTo(403);
    assertThat(ann.get("/account/drafts").html()).contains(own).doesNotContain(edit);
    Answer page = ann.get(own);
    assertThat(page.text())
        .contains("Your account may no longer change this script")
        .doesNotContain("Open in the editor");
    assertThat(page.textField()).isEqualTo("Typed in time.\n");
    team.restrict(script);
    team.take(editor, script);
    assertThat(ann.get(own).status()).isEqualTo(404);
    assertThat(ann.get("/account/drafts").html()).doesNotContain(own);
    team.give(editor, script, Right.WRITE);
    assertThat(ann.get(own).textField()).isEqualTo("Typed in time.\n");
  }

  @Test
  void aDraftIsAsLargeAsATextAtMost() {
    assertThat(keep(ann, "page", 1, "a ".repeat(15_000)).status()).isIn(413, 422);
    assertThat(keep(ann, "", 1, "No key.").status()).isEqualTo(400);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aNewScriptHasOneToo() {
    Form typed =
        new Form()
            .with("title", "The sea")
            .with("script_id", "sea")
            .with("content", "Waves.\n")
            .with("draft", "page")
            .with("writer", Long.toString(editor.id()))
            .with("revision", "1");
    assertThat(ann.post("/drafts", typed).status()).isEqualTo(204);
    assertThat(ann.get("/new").text())
        .contains("A draft saved just now, “The sea”, is kept on the server.");
    Answer restored = ann.get("/new?draft=page.1");
    assertThat(restored.field("title")).isEqualTo("The sea");
    assertThat(restored.textField()).isEqualTo("Waves.\n");
    Form form = new Form().with("title", "The sea").with("draft", "page.1");
    assertThat(ann.post("/scripts", form).status()).isEqualTo(303);
    assertThat(ann.get("/new").text()).doesNotContain("kept on the server");
  }

  @Test
  void aPageThatSomebodyElseLeftOpenKeepsAndDiscardsNothing() {
    keep(ann, "page", 1, "Typed by Ann.\n");
    assertThat(keep(admin, "page", 2, "Typed by Ann, who has left.\n").status()).isEqualTo(412);
    Form unsaid = Form.version("Typed.\n", "", "", 2).with("draft", "page").with("revision", "2");
    assertThat(ann.post("/scripts/" + script + "/drafts", unsaid).status()).isEqualTo(412);
    assertThat(ann.post("/scripts/" + script + "/drafts/discard", unsaid).status()).isEqualTo(412);
    assertThat(ann.get(edit).html()).contains("data-writer=\"" + editor.id() + "\"");
    assertThat(admin.get("/account/drafts").text()).contains("No drafts.");
    assertThat(kept()).isEqualTo("Typed by Ann.\n");
  }

  @Test
  void whatWasSavedElsewhereIsNotOfferedAndGivesWayToTheNextDraft() {
    keep(ann, "page", 1, "The boat sank.\n");
    ann.post("/scripts/" + script + "/versions", saved("The boat sank.\n", "another"));
    Answer form = ann.get(edit);
    assertThat(form.text()).doesNotContain("kept on the server");
    assertThat(form.field("draft")).isEqualTo("page.1");
    assertThat(keep(ann, "new page.1", 1, "The boat sank at noon.\n").status()).isEqualTo(204);
  }

  @Test
  void aDraftOlderThanTheNewestVersionIsRestoredOnItsOwnVersion() {
    keep(ann, "page", 1, "The boat left the old harbour.\n");
    site.save(script, ScriptText.of("The boat left the harbour.\n\nIt rained.\n"));
    Answer restored = ann.get(edit + "?draft=page.1");
    assertThat(restored.field("base_version")).isEqualTo("2");
    assertThat(restored.text()).contains("Version 3 was saved meanwhile");
    Form form = Form.version("The boat left the old harbour.\n", "Ann", "Old", 2);
    assertThat(ann.post("/scripts/" + script + "/versions", form.with("draft", "page.1")).status())
        .isEqualTo(303);
    assertThat(ann.get(edit + "?from=4").textField())
        .isEqualTo("The boat left the old harbour.\n\nIt rained.\n");
    assertThat(kept()).isEmpty();
  }

  @Test
  void whoHasNoAccountHasNone() {
    assertThat(keep(Visitor.of(site), "page", 1, "Typed.\n").status()).isNotEqualTo(204);
    assertThat(site.versions().script(script).latestVersion()).isEqualTo(2);
    assertThat(kept()).isEmpty();
  }
}
