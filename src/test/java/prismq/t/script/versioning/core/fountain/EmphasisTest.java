package prismq.t.script.versioning.core.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmphasisTest {
  /** Runs in brackets, each behind the first letters of its styles. */
  private static String styled(String text) {
    return Emphasis.of(text).stream()
        .map(
            run ->
                (run.isBold() ? "b" : "")
                    + (run.isItalic() ? "i" : "")
                    + (run.isUnderlined() ? "u" : "")
                    + "("
                    + text.substring(run.start(), run.end())
                    + ")")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | (plain)",
        "a *b* c | (a )i(b)( c)",
        "a **b** c | (a )b(b)( c)",
        "***b*** | bi(b)",
        "_u_ | u(u)",
        "_a *b* c_ | u(a )iu(b)u( c)",
        "**_a_** | bu(a)",
        "***a** b* | bi(a)i( b)",
        "*a **b*** | i(a )bi(b)",
        "he dialed *69 and then *23, and hung up | (he dialed *69 and then *23, and hung up)",
        "he dialed *69 and then 23*, so | (he dialed )i(69 and then 23)(, so)",
        "he dialed *69 and then 23\\*, so | (he dialed *69 and then 23)(*, so)",
        "\\*not\\* | (*not)(*)",
        "2 * 3 * 4 | (2 * 3 * 4)",
        "snake_case_name | (snake_case_name)",
        "un*believe*able | (un)i(believe)(able)",
        "*open | (*open)",
        "_open *a* | (_open )i(a)",
        "**** | (****)",
        "__a__ | (__a__)"
      })
  void signsMakeARunItalicBoldOrUnderlined(String text, String styled) {
    assertThat(styled(text)).isEqualTo(styled);
  }

  @Test
  void aLineWithoutItsSignsIsPlain() {
    assertThat(Emphasis.plain("_**ACT ONE**_")).isEqualTo("ACT ONE");
  }
}
