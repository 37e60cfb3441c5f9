package prismq.t.script.versioning.core.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFountainTest {
  private static final List<String> PARTS =
      List.of(
          "INT. ROOM - DAY",
          "#1A#",
          "\n",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "  ",
          "[[",
          "]]",
          "/*",
          "*/",
          "*",
          "**",
          "_",
          "\\",
          "DAN",
          "(V.O.)",
          "^",
          "(",
          ")",
          "~",
          "!",
          ">",
          "<",
          "=",
          "===",
          "#",
          ".",
          "@",
          "Title:",
          "CUT TO:",
          "He goes.",
          "\uFEFF",
          "\u00A0",
          "\t",
          "李",
          "👩‍🚀",
          "ש",
          "\uD800",
          "é");

  private static String madeUp(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(60);
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  @Test
  void eachCharacterIsInExactlyOneElementAndInOnePieceOfIt() {
    for (int seed = 0; seed < 4_000; seed++) {
      String source = madeUp(new Random(seed));
      int at = 0;
      for (FountainElement element : Screenplay.parse(source).elements()) {
        assertThat(element.start()).as("seed %d", seed).isEqualTo(at);
        int inside = at;
        for (FountainPiece piece : element.pieces()) {
          assertThat(piece.start()).as("seed %d", seed).isEqualTo(inside);
          assertThat(piece.end()).as("seed %d", seed).isGreaterThan(inside);
          inside = piece.end();
        }
        at = element.end();
        assertThat(inside).as("seed %d", seed).isEqualTo(at);
        Emphasis.of(element.text(source));
      }
      assertThat(at).as("seed %d", seed).isEqualTo(source.length());
    }
  }

  /** Each of them is 60,000 times in the text, which ends only in linear time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/*",
        "[[",
        "[[ /* */",
        "[[\n",
        "[[\n\n",
        "*a ",
        "_a *b ",
        "a* ",
        "**a* ",
        "(",
        "A(",
        "#",
        "=",
        "\n",
        "\r",
        "  \n",
        "INT. A #",
        "DAN\n",
        "@",
        "DAN\nHi.\n\n",
        "INT. A\n\n",
        "> a <\n",
        "Title:\n",
        "[[a]]\n",
        "[[a]]",
        "a/* */",
        "\\*",
        "A\n[[a]]\n"
      })
  void noTextTakesMoreThanItsLength(String part) {
    String source = part.repeat(60_000);
    Screenplay screenplay = Screenplay.parse(source);
    for (FountainElement element : screenplay.elements()) {
      Emphasis.of(screenplay.text(element));
    }
    assertThat(screenplay.elements().get(screenplay.elements().size() - 1).end())
        .isEqualTo(source.length());
  }
}
