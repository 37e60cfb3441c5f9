package prismq.t.script.versioning.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemesTest {
  private static final Pattern RULE_OF_A_THEME =
      Pattern.compile("data-theme[^{]*\\{\\s*([^}]*?)\\s*}");

  private static final Pattern THEME = Pattern.compile("color-scheme|\\.theme\\b");

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("static", folder))) {
      return files.sorted().toList();
    }
  }

  @Test
  void aThemeChangesNothingButColors() throws IOException {
    int rules = 0;
    for (Path file : files("css")) {
      String css = Files.readString(file);
      assertThat(css).as(file.toString()).doesNotContain("prefers-color-scheme");
      for (MatchResult rule : RULE_OF_A_THEME.matcher(css).results().toList()) {
        assertThat(rule.group(1)).as(file.toString()).matches("color-scheme: (light|dark);");
        rules++;
      }
    }
    assertThat(rules).as("rules of themes").isPositive();
  }

  @Test
  void noScriptButTheSwitchAsksForTheTheme() throws IOException {
    List<Path> asking = new ArrayList<>();
    for (Path file : files("js")) {
      if (THEME.matcher(Files.readString(file)).find()) {
        asking.add(file);
      }
    }
    assertThat(asking).containsExactly(Path.of("static", "js", "theme.js"));
  }
}
