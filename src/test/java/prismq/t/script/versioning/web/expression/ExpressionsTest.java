package prismq.t.script.versioning.web.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** What expressions of templates give, in templates. */
class ExpressionsTest {
  private final TemplateEngine engine = engine();

  /** What a page may hold; not public, as the records of pages are not. */
  record Page(String title, List<String> names, Map<String, Integer> counts, @Nullable Page other) {
    public boolean isLong() {
      return names.size() > 1;
    }

    public String getSubtitle() {
      return "of " + title;
    }

    public String url() {
      return "/";
    }

    public String url(int number) {
      return "/" + number;
    }

    public String url(String name) {
      return "/by/" + name;
    }

    public String total(long number) {
      return number + " in all";
    }
  }

  private static TemplateEngine engine() {
    TemplateEngine engine = new TemplateEngine();
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new Expressions());
    engine.setDialect(dialect);
    engine.setTemplateResolver(new StringTemplateResolver());
    return engine;
  }

  private String value(String expression) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("page", new Page("A & B", List.of("one", "two"), Map.of("one", 1), null));
    variables.put("number", 7);
    variables.put("nothing", null);
    String template = "<p th:text=\"${" + expression + "}\">A sample</p>";
    String html = engine.process(template, new Context(Locale.ENGLISH, variables));
    return html.substring("<p>".length(), html.length() - "</p>".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "page.title | A &amp; B",
        "page.subtitle | of A &amp; B",
        "page.long | true",
        "page.isLong | true",
        "page.names.size | 2",
        "page.names[1] | two",
        "page.counts['one'] | 1",
        "page.url | /",
        "page.url(number) | /7",
        "page.url('me') | /by/me",
        "page.total(number) | 7 in all",
        "({'a', number, page.title}) | [a, 7, A &amp; B]",
        "#strings.unCapitalize('Words') | words",
      })
  void readsAndCallsWhatAPageHolds(String expression, String expected) {
    assertThat(value(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "number - 1 + 2 | 8",
        "'v' + number + 1 | v71",
        "'v' + (number + 1) | v8",
        "number == 7 and number != 8 | true",
        "number > 7 or number >= 7 | true",
        "number < 7 or number <= 6 | false",
        "!page.long or number == 7 | true",
        "true or false and false | true",
        "(true or false) and false | false",
        "page.title == 'A & B' ? 'same' : 'other' | same",
        "false ? 'a' : false ? 'b' : 'c' | c",
        "missing == null | true",
        "page.other == null | true",
      })
  void calculatesAndDecides(String expression, String expected) {
    assertThat(value(expression)).isEqualTo(expected);
  }

  @Test
  void decidesWithoutEvaluatingWhatDoesNotMatter() {
    assertThat(value("nothing != null and nothing.title == ''")).isEqualTo("false");
    assertThat(value("nothing == null or nothing.title == ''")).isEqualTo("true");
    assertThat(value("nothing == null ? 'none' : nothing.title")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "page.heading | Page has no “heading”.",
        "page.other.title | There is no “title” of null.",
        "page.url(true) | Page has no “url” for what it is given.",
        "nothing.url(1) | “url” cannot be called on null.",
        "page.title ? 1 : 2 | A condition is neither true nor false.",
        "number - page.title | “A & B” is not a number.",
        "page.title[0] | Only lists and maps have elements.",
        "(number + ) | “)” is not expected there.",
        "number number | “number” is not expected there.",
        "page.title = 'x' | “= 'x'” cannot be read.",
      })
  void saysWhatIsWrongAndWhere(String expression, String problem) {
    assertThatThrownBy(() -> value(expression))
        .rootCause()
        .isInstanceOf(ExpressionException.class)
        .hasMessage(problem);
    assertThatThrownBy(() -> value(expression))
        .hasStackTraceContaining("${" + expression + "}: " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page.getClass()", "T(java.lang.Runtime)", "@java.lang.Runtime@x", "new x()"})
  void reachesNothingButWhatIsGiven(String expression) {
    assertThatThrownBy(() -> value(expression)).hasRootCauseInstanceOf(ExpressionException.class);
  }
}
