package prismq.t.script.versioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prismq.t.script.versioning.language.Messages;

class SentFormTest {
  static Iterable<String> written() {
    return SentForm.WRITTEN;
  }

  /** Without one, the page that should keep what was typed could not be shown. */
  @ParameterizedTest
  @MethodSource("written")
  void everyFieldThatAPageShowsAgainHasATitle(String field) {
    assertThat(Messages.text("problem.typed." + field)).isNotBlank();
  }
}
