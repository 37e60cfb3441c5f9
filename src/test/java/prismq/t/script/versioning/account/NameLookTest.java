package prismq.t.script.versioning.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameLookTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "paula iota",
        "  Paula   Iota ",
        "\u0420\u0430ula I\u043Et\u0430",
        "P\u03B1ula Iot\u0251",
        "\uFF30aula Iota",
        "Pau\u200Bla Iota",
        "Paula\u3164 Iota",
        "Paula\u034F Iota\uFE0F",
        "Pau\u04CFa lota",
        "Pau1a I0ta",
        "\u2800Paula Iota"
      })
  void namesThatLookAlikeAreAlike(String name) {
    assertThat(NameLook.of(name)).isEqualTo(NameLook.of("Paula Iota"));
  }

  @ParameterizedTest
  @CsvSource({
    "Paula Iota, Paul Iota",
    "Ren\u00E9, Rene",
    "\u0412\u0435\u0440\u0430, Vera",
    "Ann Lee 2, Ann Lee 3"
  })
  void othersAreNot(String one, String other) {
    assertThat(NameLook.of(one)).isNotEqualTo(NameLook.of(other));
  }

  @Test
  void aNameOfNothingThatIsSeenIsEmpty() {
    assertThat(NameLook.of("\u3164\u200B\u2800\uFFA0\u00A0")).isEmpty();
  }
}
