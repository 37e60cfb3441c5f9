package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.problem;
import static prismq.t.script.versioning.api.ApiServer.written;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class MergesApiTest {
  private static final String MERGES = "/api/v1/scripts/film/merges";
  private static final String PICKS = "/api/v1/scripts/film/picks";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("film");
    server.save("film", "The keeper climbs.\n\nThe lamp goes out.\n");
    server.branches().create("film", "dark", 1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void saveDark(String content) {
    Answer answer =
        server.post(ApiUrls.versions("film"), ApiServer.version(content, ",\"branch\":\"dark\""));
    assertThat(answer.status()).isEqualTo(201);
  }

  private Answer merge(Map<String, ?> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from_branch", "dark");
    body.put("into_branch", "main");
    body.put("author", "Ann");
    body.putAll(more);
    return server.post(MERGES, written(body));
  }

  private Answer conflicting() {
    server.save("film", "The keeper runs.\n\nThe lamp goes out.\n");
    saveDark("The keeper falls.\n\nNight.\n");
    return merge(Map.of());
  }

  private static String conflictId(Answer conflicts) {
    return conflicts.json().path("conflicts").path(0).path("conflict_id").asText();
  }

  private String content(JsonNode version) {
    return server
        .get(ApiUrls.version("film", version.path("version_number").asInt()))
        .json()
        .path("content")
        .asText();
  }

  private int latest() {
    return server.get("/api/v1/scripts/film").json().path("latest_version_number").asInt();
  }

  @Test
  void aMergeIsANewVersionWithTwoParents() {
    server.save("film", "The old keeper climbs.\n\nThe lamp goes out.\n");
    saveDark("The keeper climbs.\n\nThe lamp goes out for good.\n");
    Answer answer = merge(Map.of("change_description", "Darker"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/scripts/film/versions/4");
    JsonNode version = answer.json();
    assertThat(version.path("branch").asText()).isEqualTo("main");
    assertThat(version.path("parent_version").asInt()).isEqualTo(2);
    assertThat(version.path("merge_parent_version").asInt()).isEqualTo(3);
    assertThat(version.path("change_description").asText()).isEqualTo("Darker");
    assertThat(content(version))
        .isEqualTo("The old keeper climbs.\n\nThe lamp goes out for good.\n");
  }

  @Test
  void conflictsAreToldWithTheirTextsAndNothingIsSaved() {
    Answer answer = conflicting();
    assertThat(problem(answer, 409)).contains("One passage").contains("Nothing was saved");
    JsonNode json = answer.json();
    assertThat(json.path("from_version").asInt()).isEqualTo(3);
    assertThat(json.path("into_version").asInt()).isEqualTo(2);
    assertThat(json.path("base_versions").path(0).asInt()).isEqualTo(1);
    assertThat(json.path("conflicts")).hasSize(1);
    JsonNode conflict = json.path("conflicts").path(0);
    assertThat(conflict.path("type").asText()).isEqualTo("changed");
    assertThat(conflict.path("base").asText()).isEqualTo("The keeper climbs.\n\n");
    assertThat(conflict.path("into").asText()).isEqualTo("The keeper runs.\n\n");
    assertThat(conflict.path("from").asText()).isEqualTo("The keeper falls.\n\n");
    assertThat(latest()).isEqualTo(3);
  }

  @Test
  void theSameRequestWithResolutionsCompletesIt() {
    String id = conflictId(conflicting());
    for (Map.Entry<String, String> taken :
        Map.of(
                "into", "The keeper runs.\n\nNight.\n",
                "from", "The keeper falls.\n\nNight.\n",
                "both", "The keeper runs.\n\nThe keeper falls.\n\nNight.\n")
            .entrySet()) {
      Answer dry =
          merge(
              Map.of(
                  "dry_run",
                  true,
                  "resolutions",
                  List.of(Map.of("conflict_id", id, "take", taken.getKey()))));
      assertThat(dry.json().path("outcome").asText()).isEqualTo("clean");
    }
    Answer saved =
        merge(
            Map.of(
                "resolutions",
                List.of(Map.of("conflict_id", id, "content", "She runs, and falls.\n\n"))));
    assertThat(saved.status()).isEqualTo(201);
    assertThat(content(saved.json())).isEqualTo("She runs, and falls.\n\nNight.\n");
  }

  @Test
  void bothSidesOfAConflictCanBeKept() {
    String id = conflictId(conflicting());
    Answer saved = merge(Map.of("resolutions", List.of(Map.of("conflict_id", id, "take", "both"))));
    assertThat(content(saved.json()))
        .isEqualTo("The keeper runs.\n\nThe keeper falls.\n\nNight.\n");
  }

  @Test
  void aConflictResolvedTwiceOrOfAnotherMergeOrUnclearlyIsRefused() {
    String id = conflictId(conflicting());
    Map<String, String> into = Map.of("conflict_id", id, "take", "into");
    for (List<?> resolutions :
        List.of(
            List.of(into, into),
            List.of(into, Map.of("conflict_id", "3-2-0000000000000000", "take", "into")),
            List.of(Map.of("conflict_id", id)),
            List.of(Map.of("take", "into")),
            List.of(Map.of("conflict_id", id, "take", "ours")),
            List.of(Map.of("conflict_id", id, "take", "into", "content", "x")),
            List.of(Map.of("conflict_id", id, "content", 7)),
            List.of("into"))) {
      invalid(merge(Map.of("resolutions", resolutions)), "resolutions");
    }
    invalid(
        merge(Map.of("resolutions", List.of(Map.of("conflict_id", id, "content", "\0")))),
        "content");
    assertThat(latest()).isEqualTo(3);
  }

  @Test
  void resolutionsOfHeadsThatHaveMovedAreRefused() {
    String id = conflictId(conflicting());
    server.save("film", "The keeper runs.\n\nThe lamp goes on.\n");
    Answer stale = merge(Map.of("resolutions", List.of(Map.of("conflict_id", id, "take", "into"))));
    assertThat(problem(stale, 409)).contains("Version 2 is no longer the latest on main");
    assertThat(stale.json().path("head_version").asInt()).isEqualTo(4);
    assertThat(latest()).isEqualTo(4);
  }

  @Test
  void resolutionsOfAnotherMergeAreRefusedThoughItsTextsAreTheSame() {
    String id = conflictId(conflicting());
    server.branches().create("film", "darker", 1);
    Answer saved =
        server.post(
            ApiUrls.versions("film"),
            ApiServer.version("The keeper falls.\n\nNight.\n", ",\"branch\":\"darker\""));
    assertThat(saved.status()).isEqualTo(201);
    Answer other =
        merge(
            Map.of(
                "from_branch",
                "darker",
                "resolutions",
                List.of(Map.of("conflict_id", id, "take", "into"))));
    assertThat(problem(other, 409)).contains("latest on darker", "Nothing was saved");
    assertThat(latest()).isEqualTo(4);
  }

  @Test
  void twoBranchesDoNotTakeOverFromEachOtherForEver() {
    saveDark("The keeper climbs.\n\nNight.\n");
    assertThat(merge(Map.of()).status()).isEqualTo(201);
    Answer back = merge(Map.of("from_branch", "main", "into_branch", "dark"));
    assertThat(problem(back, 409)).contains("has the same text as “dark”");
  }

  @Test
  void aDryRunTellsWhatItComesToAndSavesNothing() {
    saveDark("The keeper climbs.\n\nNight.\n");
    Answer forward =
        server.post(MERGES, "{\"from_branch\":\"dark\",\"into_branch\":\"main\",\"dry_run\":true}");
    assertThat(forward.status()).isEqualTo(200);
    assertThat(forward.json().path("outcome").asText()).isEqualTo("fast_forward");
    Answer nothing =
        server.post(MERGES, "{\"from_branch\":\"main\",\"into_branch\":\"dark\",\"dry_run\":true}");
    assertThat(nothing.json().path("outcome").asText()).isEqualTo("nothing_to_do");
    assertThat(latest()).isEqualTo(2);
  }

  @Test
  void aMergeOfHeadsThatHaveMovedIsRefused() {
    saveDark("The keeper climbs.\n\nNight.\n");
    Answer from = merge(Map.of("from_version", 1));
    assertThat(problem(from, 409)).contains("no longer the latest on dark");
    assertThat(from.json().path("head_version").asInt()).isEqualTo(2);
    server.save("film", "The keeper runs.\n\nThe lamp goes out.\n");
    Answer into = merge(Map.of("into_version", 1));
    assertThat(problem(into, 409)).contains("no longer the latest on main");
    assertThat(merge(Map.of("from_version", 2, "into_version", 3)).status()).isEqualTo(201);
  }

  @Test
  void aMergeThatMakesNoSenseIsRefused() {
    assertThat(problem(merge(Map.of()), 409)).contains("Nothing to do");
    invalid(merge(Map.of("from_branch", "main")), "into_branch");
    assertThat(problem(merge(Map.of("from_branch", "bright")), 404)).contains("it has main, dark");
    invalid(merge(Map.of("author", "")), "author");
    invalid(merge(Map.of("dry_run", "yes")), "dry_run");
    invalid(merge(Map.of("resolutions", "all")), "resolutions");
    invalid(merge(Map.of("branch", "main")), "branch");
    saveDark("Night.\n");
    server.save("film", "Day.\n");
    server.branches().archive("film", "dark");
    assertThat(problem(merge(Map.of("from_branch", "main", "into_branch", "dark")), 409))
        .contains("archived")
        .contains("Nothing was saved");
    assertThat(latest()).isEqualTo(3);
  }

  @Test
  void aMergeRepeatedWithItsKeySavesOnce() {
    saveDark("The keeper climbs.\n\nNight.\n");
    String body = "{\"from_branch\":\"dark\",\"into_branch\":\"main\",\"author\":\"Ann\"}";
    Answer first = server.post(MERGES, body, "Idempotency-Key", "k");
    Answer second = server.post(MERGES, body, "Idempotency-Key", "k");
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(latest()).isEqualTo(3);
  }

  @Test
  void theChangeOfOneVersionIsPickedWithoutTheRest() {
    saveDark("The keeper climbs.\n\nNight.\n");
    saveDark("The young keeper climbs.\n\nNight.\n");
    Answer picked = server.post(PICKS, "{\"version_number\":3,\"author\":\"Ann\"}");
    assertThat(picked.status()).isEqualTo(201);
    assertThat(content(picked.json()))
        .isEqualTo("The young keeper climbs.\n\nThe lamp goes out.\n");
    assertThat(picked.json().path("merge_parent_version").isNull()).isTrue();
    assertThat(picked.json().path("metadata").path("picked_from").asInt()).isEqualTo(3);
    assertThat(problem(server.post(PICKS, "{\"version_number\":3,\"author\":\"Ann\"}"), 409))
        .contains("Nothing to do");
    assertThat(problem(server.post(PICKS, "{\"version_number\":9,\"author\":\"Ann\"}"), 404))
        .contains("versions are 1 to 4");
  }
}
