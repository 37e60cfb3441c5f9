package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said about a style does not take the style with it. */
class StyleSheetCommentsTest {
  private static final Pattern RULE_IN_COMMENT = Pattern.compile("/\\*(?:(?!\\*/)[^{])*\\{");

  @Test
  void noRuleOfAStyleSheetStandsInsideAComment() throws IOException {
    List<Path> sheets;
    try (Stream<Path> files = Files.list(Path.of("static/css"))) {
      sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
    }
    assertThat(sheets).isNotEmpty();
    for (Path sheet : sheets) {
      assertThat(RULE_IN_COMMENT.matcher(Files.readString(sheet)).find()).as("%s", sheet).isFalse();
    }
  }
}
