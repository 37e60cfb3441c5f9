package prismq.t.script.versioning.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Language ENGLISH_OF_TEST =
      new Language(
          "en-x-test",
          Map.of(
              "turn", "{1} of {0}, don't ask {9x}",
              "link", "See <a href=\"{0}\">“{1}”</a>",
              "word.one", "{0} word",
              "word.other", "{0} words"),
          Map.of());

  @AfterEach
  void speakEnglish() {
    Messages.speak(Language.ENGLISH);
  }

  @Test
  void valuesStandWhereTheLanguageWantsThemAndApostrophesStay() {
    Messages.speak(ENGLISH_OF_TEST);
    assertThat(Messages.text("turn", 1_000, "{0}")).isEqualTo("{0} of 1000, don't ask {9x}");
  }

  @Test
  void valuesInMarkupAreEscaped() {
    Messages.speak(ENGLISH_OF_TEST);
    assertThat(Messages.html("link", "/a?b=\"&c='", "<script>"))
        .isEqualTo("See <a href=\"/a?b=&quot;&amp;c=&#39;\">“&lt;script&gt;”</a>");
  }

  @Test
  void oneThingIsNamedOtherwiseThanMany() {
    Messages.speak(ENGLISH_OF_TEST);
    assertThat(Messages.count("word", 1, "1")).isEqualTo("1 word");
    assertThat(Messages.count("word", 0, "0")).isEqualTo("0 words");
    assertThat(Messages.count("word", 1_000, "1 000")).isEqualTo("1 000 words");
  }

  @Test
  void aKeyWithoutAMessageIsNamed() {
    assertThatThrownBy(() -> Messages.text("no.such.key")).hasMessageContaining("no.such.key");
  }

  @Test
  void aReaderGetsTheLanguageLikedBestThatThereIs() {
    PseudoLanguage.offer();
    assertThat(Language.best("de, en-XA;q=0.5, en;q=0.1").tag()).isEqualTo("en-XA");
    assertThat(Language.best("en-GB,en;q=0.5").tag()).isEqualTo("en");
    assertThat(Language.best("tlh").tag()).isEqualTo("en");
    assertThat(Language.best(";;;=nonsense, *;q=12").tag()).isEqualTo("en");
    assertThat(Language.best(null).tag()).isEqualTo("en");
  }

  @Test
  void everyMessageIsWrittenAsEditorsWriteIt() {
    Pattern straight = Pattern.compile("\\w'|'\\w|\"(?![^<]*>)|\\.\\.\\.|\\s$|^\\s| {2}");
    assertThat(Language.read("/messages.properties"))
        .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(straight));
  }
}
