package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.history.Version;

class CarriageReturnPagesTest {
  private static final String TEXT = "Zoë said no.\n\nThe café was shut.\n\nThird one.\n";

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static String mac(String text) {
    return text.replace('\n', '\r');
  }

  @Test
  void aTextOfAnOldMacIsShownInItsLinesAndComparedByItsWords() {
    site.script("old", mac(TEXT), mac(TEXT.replace("shut", "open")));
    assertThat(site.get("/scripts/old/versions/1").html()).contains("Zoë said no.\n\nThe café");
    Answer compared = site.get("/scripts/old/compare/1...2");
    assertThat(compared.html()).contains("<del>", "shut", "<ins", "open").doesNotContain("\r");
    Version second = site.versions().version("old", 2);
    assertThat(second.wordsInserted()).isEqualTo(1);
    assertThat(second.lines()).isEqualTo(5);
    assertThat(site.get("/scripts/old/versions/2/annotate").text()).contains("The café was open");
  }

  @Test
  void lineEndsThatChangeAreSaidAndNoWordIsMarked() {
    site.script("old", mac(TEXT), TEXT, TEXT.replace("\n", "\r\n"), mac(TEXT));
    for (int version = 2; version <= 4; version++) {
      assertThat(site.versions().version("old", version).wordsInserted()).isZero();
      assertThat(site.versions().version("old", version).wordsDeleted()).isZero();
    }
    assertThat(site.get("/scripts/old/compare/1...2").text())
        .contains("The line endings changed from CR (old Mac) to LF.")
        .doesNotContain("byte for byte");
    assertThat(site.get("/scripts/old/compare/1...3").text())
        .contains("The line endings changed from CR (old Mac) to CRLF (Windows).");
    assertThat(site.get("/scripts/old/compare/2...4").text())
        .contains("The line endings changed from LF to CR (old Mac).");
    assertThat(site.get("/scripts/old/compare/1...4").text()).contains("byte for byte");
  }

  @Test
  void whatIsWrittenIntoATextOfAnOldMacHasItsLineEnds() {
    site.script("old", mac(TEXT));
    site.post("/scripts/old/versions", Form.version(TEXT + "A fourth.\n", "Ann", "More", 1));
    assertThat(site.versions().content("old", 2).characters()).isEqualTo(mac(TEXT + "A fourth.\n"));
  }
}
