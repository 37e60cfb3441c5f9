package prismq.t.script.versioning.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.annotate.Shares.Share;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ScriptText;

class SharesTest {
  @TempDir Path folder;

  private static int tenths(List<? extends Share<?>> shares) {
    return shares.stream().mapToInt(Share::tenths).sum();
  }

  @Test
  void wordsCountForTheVersionThatWroteThemMostFirst() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 3)) {
      Shares shares =
          Shares.of(made.of(1, "One two ", 2, "three, ", 1, "four. ", 3, "…", 2, " five six"));
      assertThat(shares.words()).isEqualTo(6);
      assertThat(shares.authors())
          .containsExactly(
              new Share<>("Writer 1", 3, 500),
              new Share<>("Writer 2", 3, 500),
              new Share<>("Writer 3", 0, 0));
      assertThat(shares.sources())
          .containsExactly(
              new Share<>(Source.HUMAN, 3, 500),
              new Share<>(Source.AI, 3, 500),
              new Share<>(Source.NOT_SAID, 0, 0));
    }
  }

  @Test
  void aWordOfSeveralVersionsCountsForTheOneThatWroteItsFirstLetter() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 3)) {
      Shares shares = Shares.of(made.of(2, "“", 1, "É", 3, "co", 2, "le", 1, "s” 東京", 3, "！"));
      assertThat(shares.words()).isEqualTo(3);
      assertThat(shares.authors().get(0)).isEqualTo(new Share<>("Writer 1", 3, 1_000));
    }
  }

  @Test
  void whoWritesTheLastWordOfASentenceWithoutSpacesWroteThatWordOnly() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 2)) {
      for (List<String> sentence :
          List.of(
              List.of("เขาซื้อปลาที่", "ตลาด"),
              List.of("ແມ່ຊື້ປາຢູ່", "ຂົວ"),
              List.of("ម្ដាយទិញត្រីនៅ", "ផ្សារ"),
              List.of("အမေငါးကို", "ဝယ်"))) {
        Shares shares = Shares.of(made.of(1, sentence.get(0), 2, sentence.get(1)));
        assertThat(shares.words()).isEqualTo(5);
        assertThat(shares.authors())
            .containsExactly(new Share<>("Writer 1", 4, 800), new Share<>("Writer 2", 1, 200));
      }
    }
  }

  @Test
  void thePercentagesAreAlwaysAHundredTogetherAndTheWordsThoseOfTheText() {
    Texts texts = new Texts(11);
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 40)) {
      for (int i = 0; i < 500; i++) {
        ScriptText text = texts.any();
        AnnotatedVersion annotated = made.cutAnywhere(text, texts.random(), 30);
        Shares shares = Shares.of(annotated);
        assertThat(shares.words()).isEqualTo(text.wordCount());
        int whole = shares.words() == 0 ? 0 : 1_000;
        assertThat(tenths(shares.authors())).isEqualTo(whole);
        assertThat(tenths(shares.sources())).isEqualTo(whole);
      }
    }
  }

  @Test
  void aThirdEachIsAHundredTogether() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 3)) {
      assertThat(Shares.of(made.of(1, "one ", 2, "two ", 3, "three")).authors())
          .extracting(Share::percent)
          .containsExactly(33.4, 33.3, 33.3);
    }
  }

  @Test
  void whereThereAreMoreAuthorsThanColoursThoseWithFewestWordsShareOne() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 15)) {
      StringBuilder text = new StringBuilder();
      Object[] parts = new Object[30];
      for (int number = 1; number <= 15; number++) {
        parts[2 * number - 2] = number;
        parts[2 * number - 1] = "word ".repeat(number == 15 ? 1 : number);
        text.append(parts[2 * number - 1]);
      }
      AnnotatedVersion annotated = made.of(parts);
      Shares shares = Shares.of(annotated);
      AuthorColors colors = new AuthorColors(annotated, shares);
      SharePlot plot = SharePlot.byAuthor(shares, colors);
      assertThat(plot.rows()).hasSize(13);
      assertThat(plot.rows().get(0).name()).isEqualTo("Writer 14");
      assertThat(plot.rows().get(12))
          .extracting(
              SharePlot.ShareRow::name, SharePlot.ShareRow::cssClass, SharePlot.ShareRow::words)
          .containsExactly("3 others", "others", 4);
      assertThat(plot.rows()).extracting(SharePlot.ShareRow::cssClass).doesNotHaveDuplicates();
      assertThat(plot.rows().stream().mapToInt(SharePlot.ShareRow::tenths).sum()).isEqualTo(1_000);
      assertThat(colors.cssClass("Writer 15")).isEqualTo("others");
    }
  }
}
