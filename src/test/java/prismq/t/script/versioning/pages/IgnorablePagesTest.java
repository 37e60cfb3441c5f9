package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of change that a reader may hide. */
class IgnorablePagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whitespace  | The  bridge hums at night.   | The bridge hums at night.",
        "case        | The bridge hums at NIGHT.    | The bridge hums at night.",
        "punctuation | The bridge hums, at night.   | The bridge hums; at night!",
        "punctuation | It is 'late' - go home.      | It is \u2018late\u2019 \u2014 go home.",
        "list-marks  | - The bridge hums at night.  | The bridge hums at night.",
        "list-marks  | 1. The bridge hums at night. | (1) The bridge hums at night.",
        "lookalikes  | The caf\u00E9 hums at night. | The cafe\u0301 hums at night.",
        "lookalikes  | The bridge hums at night.    | The bri\u00ADdge hums at night.",
        "lookalikes  | The bridge hums at night.    | The bridge hums at\u00A0night."
      })
  void aChangeOfOneKindIsHiddenByItsOptionAndShownWithoutIt(
      String option, String before, String after, @TempDir Path folder) {
    try (Site site = Site.open(folder)) {
      site.script("bridge", before + "\n", after + "\n");
      Answer all = site.get("/scripts/bridge/compare/1...2");
      assertThat(all.text()).doesNotContain("not shown");
      assertThat(all.html()).containsAnyOf("<ins", "<del");
      Answer hidden = site.get("/scripts/bridge/compare/1...2?" + option + "=ignore");
      assertThat(hidden.text()).contains("0 changes", "One change is not shown");
      assertThat(hidden.html()).doesNotContain("<ins", "<del");
    }
  }
}
