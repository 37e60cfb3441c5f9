package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.pages.NodeTool;

class OpenApiLintTest {
  @Test
  void theDescriptionOfTheApiFollowsItsStandard() throws Exception {
    assertThat(
            NodeTool.complaints(
                "redocly",
                List.of(
                    "lint",
                    "--config",
                    "redocly.yaml",
                    "--max-problems=1000",
                    "../src/main/resources/api/openapi.yaml")))
        .isEmpty();
  }
}
