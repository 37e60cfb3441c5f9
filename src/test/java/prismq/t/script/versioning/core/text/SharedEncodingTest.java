package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedEncodingTest {
  private static final long SEED = 7;
  private static final int SCRIPTS = 40;

  private static final String PLAIN =
      "INT. BRIDGE - NIGHT\n\nThe river runs on, and nobody speaks for a while.\n\n";
  private static final List<String> FRENCH =
      List.of(
          "Il était une fois un château près de la forêt.",
          "Elle a reçu la lettre à midi.",
          "Où êtes-vous allés cet été ?",
          "Le garçon préfère le thé.",
          "Ça va très bien, répondit-il.");
  private static final List<String> GERMAN =
      List.of(
          "Wir gehen über die Brücke nach Hause.",
          "Er hört die Glocken und öffnet die Tür.",
          "Das Mädchen grüßt den König.",
          "Schöne Grüße aus Köln, sagte er.");
  private static final List<String> POLISH =
      List.of(
          "Zażółć gęślą jaźń w ciągu dnia.",
          "Chłopiec idzie do szkoły.",
          "Ona śpiewa pieśń o miłości.",
          "Dziękuję za wszystko, powiedział.",
          "Wieczór był cichy, księżyc świecił.");
  private static final List<String> CZECH =
      List.of(
          "Příliš žluťoučký kůň úpěl ďábelské ódy.",
          "Dívka šla přes řeku domů.",
          "Řekl, že přijde zítra večer.",
          "Město bylo tiché, měsíc svítil.");
  private static final List<String> RUSSIAN =
      List.of(
          "Она шла домой.",
          "Ночь была тихая и тёмная.",
          "Он открыл дверь.",
          "Мост поёт над рекой.");
  private static final List<String> JAPANESE = List.of("橋の上で歌を聞いた。", "「なぜ」と彼女は言った。", "夜の町は静かだった。");
  private static final List<String> CHINESE = List.of("他没有来。", "“为什么？”她问道。", "第三场，夜。");
  private static final List<String> KOREAN = List.of("그는 오지 않았다.", "왜 그랬을까.", "밤이었다.");

  /** MadeDrafts of a script: the first has a word that is not plain English, the others more. */
  private record MadeDrafts(List<byte[]> texts, Charset charset) {
    static MadeDrafts of(String encoding, List<String> sentences, int rich, Random random) {
      Charset charset = Charset.forName(encoding);
      List<byte[]> texts = new ArrayList<>();
      List<String> words =
          sentences.stream()
              .flatMap(sentence -> Arrays.stream(sentence.split(" ", -1)))
              .filter(word -> word.chars().anyMatch(character -> character > 127))
              .toList();
      texts.add(draft("He said " + any(words, random) + " and left.").getBytes(charset));
      for (int i = 0; i < rich; i++) {
        texts.add(
            draft(any(sentences, random) + "\n" + any(sentences, random) + "\n").getBytes(charset));
      }
      return new MadeDrafts(texts, charset);
    }

    private static String any(List<String> texts, Random random) {
      return texts.get(random.nextInt(texts.size()));
    }

    private static String draft(String text) {
      return PLAIN + text + "\n" + PLAIN;
    }

    SharedEncoding together() {
      SharedEncoding shared = new SharedEncoding();
      texts.forEach(shared::learn);
      return shared;
    }

    long right(SharedEncoding shared) {
      return texts.stream().filter(text -> isRight(text, shared.of(text).orElseThrow())).count();
    }

    long rightEachByItself() {
      return texts.stream()
          .filter(text -> isRight(text, EncodingGuess.ofText(text).orElseThrow()))
          .count();
    }

    private boolean isRight(byte[] text, TextEncoding guess) {
      return new String(text, guess.charset()).equals(new String(text, charset));
    }
  }

  private static List<String> sentences(String language) {
    return switch (language) {
      case "French" -> FRENCH;
      case "German" -> GERMAN;
      case "Polish" -> POLISH;
      case "Czech" -> CZECH;
      case "Russian" -> RUSSIAN;
      case "Japanese" -> JAPANESE;
      case "Chinese" -> CHINESE;
      case "Korean" -> KOREAN;
      default -> throw new IllegalArgumentException(language);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, French",
    "windows-1252, German",
    "x-MacRoman, French",
    "x-MacRoman, German",
    "windows-1250, Polish",
    "windows-1250, Czech",
    "windows-1251, Russian",
    "KOI8-R, Russian",
    "IBM866, Russian",
    "windows-31j, Japanese",
    "EUC-JP, Japanese",
    "GB18030, Chinese",
    "EUC-KR, Korean"
  })
  void draftsOfOneScriptAreReadRightTogetherAtLeastAsOftenAsEachByItself(
      String encoding, String language) {
    Random random = new Random(SEED);
    long together = 0;
    long alone = 0;
    for (int script = 1; script <= SCRIPTS; script++) {
      MadeDrafts drafts = MadeDrafts.of(encoding, sentences(language), 3, random);
      long right = drafts.right(drafts.together());
      assertThat(right).as("script %d of seed %d", script, SEED).isGreaterThanOrEqualTo(3);
      together += right;
      alone += drafts.rightEachByItself();
    }
    assertThat(together).isGreaterThanOrEqualTo(Math.max(alone, 155));
  }

  @ParameterizedTest
  @CsvSource({"windows-1250, Czech", "windows-1250, Polish", "KOI8-R, Russian"})
  void aWordAloneIsOftenGuessedWrong(String encoding, String language) {
    Random random = new Random(SEED);
    int right = 0;
    for (int script = 1; script <= SCRIPTS; script++) {
      right += (int) MadeDrafts.of(encoding, sentences(language), 0, random).rightEachByItself();
    }
    assertThat(right).isLessThan(38);
  }

  @Test
  void draftsFromAnOldMacintoshAndFromWindowsAreToldApartWithinOneScript() {
    Random random = new Random(SEED);
    for (List<String> sentences : List.of(FRENCH, GERMAN)) {
      for (int script = 1; script <= SCRIPTS; script++) {
        MadeDrafts mac = MadeDrafts.of("x-MacRoman", sentences, 5, random);
        MadeDrafts windows = MadeDrafts.of("windows-1252", sentences, 2, random);
        SharedEncoding shared = mac.together();
        windows.texts.forEach(shared::learn);
        assertThat(windows.texts.subList(1, 3))
            .as("script %d of seed %d", script, SEED)
            .allMatch(text -> windows.isRight(text, shared.of(text).orElseThrow()));
        assertThat(mac.texts.subList(1, 6))
            .as("script %d of seed %d", script, SEED)
            .allMatch(text -> mac.isRight(text, shared.of(text).orElseThrow()));
      }
    }
  }

  @Test
  void aTextWithBytesThatTheOthersCannotHaveIsGuessedByItself() {
    SharedEncoding shared = MadeDrafts.of("windows-31j", JAPANESE, 3, new Random(1)).together();
    byte[] french = FRENCH.get(0).getBytes(Charset.forName("windows-1252"));
    assertThat(shared.of(french).map(TextEncoding::label)).contains("Windows-1252");
  }

  @Test
  void whatATextTellsItselfIsNotGuessed() {
    SharedEncoding shared = MadeDrafts.of("KOI8-R", RUSSIAN, 3, new Random(1)).together();
    String russian = RUSSIAN.get(0);
    assertThat(shared.of(russian.getBytes(StandardCharsets.UTF_8))).contains(TextEncoding.UTF_8);
    assertThat(shared.of("plain".getBytes(StandardCharsets.UTF_8))).contains(TextEncoding.UTF_8);
    assertThat(shared.of(("\uFEFF" + russian).getBytes(StandardCharsets.UTF_16BE)))
        .contains(TextEncoding.UTF_16_BE);
    assertThat(shared.of("One more.\n".getBytes(StandardCharsets.UTF_16LE)))
        .contains(TextEncoding.UTF_16_LE);
    assertThat(shared.of(new byte[] {(byte) 0xE9, 0, 1})).isEmpty();
    byte[] broken = (russian + "?").getBytes(StandardCharsets.UTF_8);
    broken[broken.length - 1] = (byte) 0xE9;
    assertThat(shared.of(broken)).contains(TextEncoding.UTF_8);
  }

  @Test
  void textsThatTellTheirEncodingSayNothingOfTheOthers() {
    SharedEncoding shared = new SharedEncoding();
    shared.learn(("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_16LE));
    shared.learn(String.join("\n", JAPANESE).getBytes(StandardCharsets.UTF_8));
    byte[] word = "Köln\n".getBytes(Charset.forName("windows-1252"));
    assertThat(shared.of(word)).isEqualTo(EncodingGuess.ofText(word));
  }
}
