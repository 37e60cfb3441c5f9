package prismq.t.script.versioning.web.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unbescape.html.HtmlEscape;

/** Every expression of every template is one, also those that few pages come to. */
class TemplatesTest {
  private static final Pattern ELEMENT = Pattern.compile("<[a-z:]+\\s[^<>]*>");

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      List<Path> templates = files.filter(file -> file.toString().endsWith(".html")).toList();
      assertThat(templates).isNotEmpty();
      return templates;
    }
  }

  @Test
  void noConditionStandsOnWhatIsReplacedAndSoPassedOver() throws IOException {
    for (Path template : templates()) {
      assertThat(ELEMENT.matcher(Files.readString(template)).results().map(MatchResult::group))
          .as(template.toString())
          .noneMatch(
              element ->
                  element.contains("th:replace=") && element.matches("(?s).*th:(if|unless)=.*"));
    }
  }

  @Test
  void everyExpressionOfTheTemplatesCompiles() throws IOException {
    for (Path template : templates()) {
      for (String expression : expressions(Files.readString(template))) {
        assertThatCode(() -> ExpressionParser.parse(expression))
            .as(template + ": ${" + expression + "}")
            .doesNotThrowAnyException();
      }
    }
  }

  private static List<String> expressions(String template) {
    List<String> expressions = new ArrayList<>();
    for (int start = template.indexOf("${"); start >= 0; start = template.indexOf("${", start)) {
      int end = end(template, start + 2);
      expressions.add(HtmlEscape.unescapeHtml(template.substring(start + 2, end)));
      start = end;
    }
    return expressions;
  }

  /** Where the brace is that closes the one before a place. */
  private static int end(String template, int from) {
    int depth = 1;
    boolean quoted = false;
    int at = from;
    while (true) {
      char c = template.charAt(at);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      if (depth == 0) {
        return at;
      }
      at++;
    }
  }
}
