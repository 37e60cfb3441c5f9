package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEncodingTest {
  private static String label(String name) {
    return TextEncoding.named(name).map(TextEncoding::label).orElse("unknown");
  }

  @Test
  void encodingsHaveTheNamesThatPeopleKnow() {
    assertThat(label("utf8")).isEqualTo("UTF-8");
    assertThat(label("UTF-16")).isEqualTo("UTF-16 (little-endian)");
    assertThat(label("cp1252")).isEqualTo("Windows-1252");
    assertThat(label("Latin-1")).isEqualTo("Windows-1252");
    assertThat(label("mac roman")).isEqualTo("Mac Roman");
    assertThat(label("Shift_JIS")).isEqualTo("Shift-JIS");
    assertThat(label("cp866")).isEqualTo("CP866");
    assertThat(label("no such")).isEqualTo("unknown");
    assertThat(label("")).isEqualTo("unknown");
  }

  @Test
  void anEncodingIsFoundAgainByTheNameThatIsKept() {
    for (TextEncoding encoding : EncodingGuess.known()) {
      assertThat(TextEncoding.named(encoding.registeredName())).contains(encoding);
    }
    assertThat(List.copyOf(EncodingGuess.known())).hasSizeGreaterThan(10);
  }
}
