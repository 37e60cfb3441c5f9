package prismq.t.script.versioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.history.InvalidInputException;

class PasswordsTest {
  private static final List<String> OWN = List.of("Ann Lee", "ann.lee@example.org");

  @Test
  void aHashFitsItsPasswordAndNoOther() {
    String hash = Passwords.hash("seven grey herons at noon");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("heron");
    assertThat(Passwords.matches("seven grey herons at noon", hash)).isTrue();
    assertThat(Passwords.matches("seven grey herons at Noon", hash)).isFalse();
    assertThat(Passwords.matches("", hash)).isFalse();
    assertThat(Passwords.hash("seven grey herons at noon")).isNotEqualTo(hash);
  }

  @Test
  void accentsCountTheSameHoweverTheKeyboardPutsThem() {
    String hash = Passwords.hash("quatre cafés crème");
    assertThat(Passwords.matches("quatre cafe\u0301s cre\u0300me", hash)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', at least 12",
    "short, 5 characters",
    "elevenchars, 11 characters",
    "passwordpassword, easy to guess",
    "123456789012, easy to guess",
    "qwertyuiop12, easy to guess",
    "aaaaaaaaaaaaaaaa, easy to guess",
    "abcabcabcabcabc, easy to guess",
    "Ann Lee ann.lee, easy to guess",
    "ANNLEE@example.org1, easy to guess"
  })
  void whatIsShortOrEasyToGuessIsRefused(String password, String part) {
    assertThatThrownBy(() -> Passwords.check(password, OWN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven grey herons at noon",
        "Tr0ub4dor&3-horse",
        "correct horse battery staple",
        "žluťoučký kůň úpěl",
        "πολλὰ τὰ δεινὰ",
        "   twelve   blanks   ",
        "\uD83D\uDC1F\uD83D\uDC22\uD83E\uDD80\uD83D\uDC19\uD83E\uDD90\uD83E\uDD91\uD83D\uDC2C"
            + "\uD83D\uDC33\uD83D\uDC0B\uD83E\uDD88\uD83D\uDC0A\uD83D\uDC06"
      })
  void whatIsHardToGuessIsTaken(String password) {
    assertThatCode(() -> Passwords.check(password, OWN)).doesNotThrowAnyException();
  }

  @Test
  void aPasswordMayBeLongButNotWithoutEnd() {
    String words = "heron noon barge river ".repeat(43);
    assertThatCode(() -> Passwords.check("x9-" + words, OWN)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Passwords.check(words + "x".repeat(100), OWN))
        .hasMessageContaining("at most 1,000");
  }
}
