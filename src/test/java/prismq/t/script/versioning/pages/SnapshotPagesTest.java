package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;

/** What a page tells of a script it has read from one state of it, in one transaction. */
@TestInstance(Lifecycle.PER_CLASS)
class SnapshotPagesTest {
  private static final String SCRIPT = "/scripts/{script_id}";
  private static final String API = "/api/v1/scripts/{script_id}";

  /** What is asked beside the routes of one script as they are. */
  private static final List<String> MORE =
      List.of(
          "/", SCRIPT + "?q=tower", SCRIPT + "?passage=tower", SCRIPT + "?q=tower&passage=dark");

  /** What routes that cannot be asked for plainly are asked for with. */
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry(SCRIPT + "/board", "?branch=main&branch=night"),
          Map.entry(SCRIPT + "/compare", "?from=1&to=2"),
          Map.entry(SCRIPT + "/labels/record", "?name=shown"),
          Map.entry(SCRIPT + "/merge", "?from=night&into=main"),
          Map.entry(SCRIPT + "/pick", "?version=3&into=main"),
          Map.entry(SCRIPT + "/phrase-history", "?q=tower"),
          Map.entry(SCRIPT + "/restore", "?from=1&to=2"),
          Map.entry(SCRIPT + "/rollback", "?to=1"),
          Map.entry(API + "/scene-diff", "?from=1&to=2"),
          Map.entry(API + "/diff", "?from=1&to=2"),
          Map.entry(API + "/phrase-history", "?q=tower"),
          Map.entry(API + "/label-record", "?name=shown"));

  private static final String VERSION = "/versions/{version_number}";
  private static final String ANNOTATE = VERSION + "/annotate";

  /** Those that read more than once, and why nothing of theirs can be of two states. */
  private static final Map<String, String> READ_SEVERAL_TIMES =
      Map.ofEntries(
          Map.entry(
              SCRIPT + "/branches", "count words of texts, which never change, a pair at a time"),
          Map.entry(
              SCRIPT + "/phrase-history",
              "counts in passages, then reads versions that never change"),
          Map.entry(SCRIPT + ANNOTATE, "leads back a text, then reads versions that never change"),
          Map.entry(
              SCRIPT + ANNOTATE + ".txt",
              "leads back a text, then reads versions that never change"),
          Map.entry(
              API + "/phrase-history", "counts in passages, then reads versions that never change"),
          Map.entry(API + VERSION + "/annotations", "leads back a text, then reads versions"),
          Map.entry(SCRIPT + "/feed.atom", "compare texts, which never change, a pair at a time"),
          Map.entry(SCRIPT + "/report", "shows the start of what the file has"),
          Map.entry(API + "/report", "reads some hundred versions at a time, up to the last one"),
          Map.entry(SCRIPT + "/review-report", "reads versions, then what was said of just these"),
          Map.entry(API + "/review.jsonld", "reads versions, then what was said of just these"),
          Map.entry(SCRIPT, "counts comments, whatever becomes of versions"),
          Map.entry(SCRIPT + "/compare/{range}", "counts comments, whatever becomes of versions"),
          Map.entry(SCRIPT + VERSION + "/threads", "find places, which never change, in versions"),
          Map.entry(SCRIPT + VERSION + "/comments", "find places, which never change, in versions"),
          Map.entry(
              SCRIPT + VERSION + "/suggestions", "find places, which never change, in versions"),
          Map.entry(API + VERSION + "/suggestions", "find places, which never change, in versions"),
          Map.entry(API + VERSION + "/threads", "find places, which never change, in versions"),
          Map.entry(
              API + VERSION + "/threads.jsonld", "find places, which never change, in versions"),
          Map.entry(
              SCRIPT + VERSION + "/reviews",
              "names accounts, and compares texts that never change"),
          Map.entry(
              API + VERSION + "/reviews", "finds the version, then what is said of just that"),
          Map.entry(SCRIPT + "/labels", "says of each label by what rule it is moved"),
          Map.entry(SCRIPT + "/labels/record", "compares and traces texts, which never change"),
          Map.entry(API + "/label-record", "compares and traces texts, which never change"),
          Map.entry(SCRIPT + "/revisions", "reads which labels are chosen, then the versions"),
          Map.entry(
              SCRIPT + "/revisions/{version_number}",
              "reads which labels are chosen, then the versions"),
          Map.entry(API + "/revisions", "reads which labels are chosen, then the versions"),
          Map.entry(SCRIPT + "/labels/rules", "names accounts, and labels to choose from"),
          Map.entry(SCRIPT + "/statistics", "measures and traces texts, which never change"),
          Map.entry(SCRIPT + "/statistics/settings", "says how long it is to last"),
          Map.entry(SCRIPT + "/labels/log", "names accounts, whatever becomes of the script"),
          Map.entry(API + "/label-log", "names accounts, whatever becomes of the script"),
          Map.entry(SCRIPT + "/people", "names accounts, whatever becomes of the script"),
          Map.entry(SCRIPT + "/place", "names projects, whatever becomes of the script's versions"),
          Map.entry(API, "says who is named for it, whatever becomes of its versions"),
          Map.entry(
              SCRIPT + VERSION,
              "names the token that saved it, counts comments, and compares for reviews"));

  private Site site;
  private int scripts;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
  }

  @AfterAll
  void close() {
    site.close();
  }

  /** A script that nobody has asked for, so that nothing of it is known yet. */
  private String freshScript() {
    String scriptId = "film" + ++scripts;
    String opening = "The tower of " + scriptId + " is dark.\n\n";
    site.script(scriptId, opening, opening + "A light comes on.\n");
    site.versions()
        .saveOnNewBranch(
            NewVersion.builder(
                    scriptId,
                    ScriptText.of("Night in " + scriptId + ".\n\n" + opening),
                    Site.WRITER,
                    "Night")
                .branch("night")
                .build(),
            1);
    site.versions().labelManager().give(scriptId, "shown", 1);
    return scriptId;
  }

  private void chooseRevision(String scriptId) {
    site.versions().labelManager().give(scriptId, "sent", 2);
    site.post(
        "/scripts/" + scriptId + "/revisions",
        new Form()
            .with("label", "sent")
            .with("place", "1")
            .with("scheme", "letter")
            .with("colors", "White"));
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>(MORE);
    for (String route : site.rights().keySet()) {
      // Nobody shares from a lone computer, or is asked or told there, and the address of a thread
      // leads on.
      boolean isNoPage =
          route.matches(".*(/share|/watch|\\{thread_id}|\\{suggestion_id}|\\{review_id}).*");
      if (route.startsWith("GET ") && route.contains("{script_id}") && !isNoPage) {
        routes.add(route.substring("GET ".length()));
      }
    }
    return routes;
  }

  private static String address(String route, String scriptId) {
    return route
            .replace("{script_id}", scriptId)
            .replace("{version_number}", "2")
            .replace("{range}", "1...2")
            .replace("{branch}", "night")
            .replace("<branch>", "night")
        + PARAMETERS.getOrDefault(route, "");
  }

  private long readsOf(String route) {
    String scriptId = freshScript();
    if (route.contains("/revisions")) {
      chooseRevision(scriptId);
    }
    String address = address(route, scriptId);
    // Who asks and who may know of the script are read by themselves, anew after each change.
    site.get("/");
    site.get("/scripts/" + scriptId + "/versions/99");
    long before = site.database().readTransactions();
    int status = site.get(address).status();
    assertThat(status).as(address).isBetween(200, 399);
    return site.database().readTransactions() - before;
  }

  @Test
  void everyPageOfAScriptReadsOneStateOfIt() {
    Map<String, Long> several = new LinkedHashMap<>();
    for (String route : routes()) {
      long reads = readsOf(route);
      // What the application does on its own after its start may fall into the first time.
      long again = reads > 1 ? Math.min(reads, readsOf(route)) : reads;
      if (again > 1) {
        several.put(route, again);
      }
    }
    assertThat(routes()).hasSizeGreaterThan(20).containsAll(PARAMETERS.keySet());
    assertThat(several.keySet()).isSubsetOf(READ_SEVERAL_TIMES.keySet());
    assertThat(routes()).containsAll(READ_SEVERAL_TIMES.keySet());
  }
}
