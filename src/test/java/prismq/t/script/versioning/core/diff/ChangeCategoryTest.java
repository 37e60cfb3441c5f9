package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeCategoryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      value = {
        "NONE|lamp|lamp",
        "LINE_ENDINGS|`lamp\n`|`lamp\r\n`",
        "LINE_ENDINGS|`lamp\r`|`lamp\n`",
        "WHITESPACE|` `|`  `",
        "WHITESPACE|` `|`\n\n`",
        "LOOKALIKES|caf\u00e9|cafe\u0301",
        "LOOKALIKES|a b|a\u00a0b",
        "LOOKALIKES|` `|\u00a0",
        "LOOKALIKES|\u200b|\u00ad",
        "CASE|The Lamp|the lamp",
        "CASE|\u00c5SE|\u00e5se",
        "PUNCTUATION|lamp, boat|lamp; boat",
        "PUNCTUATION|it's|it\u2019s",
        "PUNCTUATION|,|.",
        "WORDS|caf\u00e9|cafe",
        "WORDS|lamp|lamps",
        "WORDS|lamp|,",
        "WORDS|the lamp|lamp the",
      })
  void aChangeIsAboutTheWeakestThingThatExplainsIt(
      ChangeCategory category, String from, String to) {
    assertThat(ChangeCategory.of(from, to)).isEqualTo(category);
    assertThat(ChangeCategory.of(to, from)).isEqualTo(category);
  }
}
