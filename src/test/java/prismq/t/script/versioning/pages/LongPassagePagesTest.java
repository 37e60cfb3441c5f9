package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;

/** Passages of hundreds of kilobytes that both sides changed. */
@TestInstance(Lifecycle.PER_CLASS)
class LongPassagePagesTest {
  private static final int LINES = 60_000;

  private Site site;

  @BeforeAll
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.script("long", text("first"), text("second"), text("third"));
    site.branches().create("long", "other", 1);
    site.versions()
        .save(
            NewVersion.builder("long", ScriptText.of(text("fourth")), Site.WRITER, "Rewritten")
                .branch("other")
                .build());
  }

  @AfterAll
  void close() {
    site.close();
  }

  private static String text(String word) {
    return IntStream.range(0, LINES)
        .mapToObj(i -> word + " " + i + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"restore?from=1&to=2", "merge?from=other&into=main"})
  void aLongPassageIsShownShortenedAndItsTextFieldHasAllOfIt(String path) {
    Answer page = site.get("/scripts/long/" + path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.textField().equals(text("third").stripTrailing())).isTrue();
    assertThat(page.all("(\\d[\\d\\s\u00a0\u202f]* characters left out)"))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(page.body().length - page.textField().length()).isLessThan(300_000);
  }
}
