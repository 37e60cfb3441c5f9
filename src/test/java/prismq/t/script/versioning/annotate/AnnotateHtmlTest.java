package prismq.t.script.versioning.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.search.Annotation.Attribution;

class AnnotateHtmlTest {
  private static final Pattern PASSAGE =
      Pattern.compile("(?s)<div class=\"passage\" dir=\"auto\">(.*?)</div></div>");
  private static final Pattern RUN =
      Pattern.compile("(?s)<a class=\"run ([^\"]*)\" data-origin=\"(\\d+)\"[^>]*>(.*?)</a>");

  @TempDir Path folder;

  /** A run as it is shown. */
  private record Shown(int origin, String text, boolean isOther) {}

  private static String html(AnnotatedVersion annotated, AnnotatedParts parts, int part) {
    Shares shares = Shares.of(annotated);
    return AnnotateHtml.of(
        annotated,
        parts,
        parts.get(part),
        AnnotatedScenes.of(annotated, parts),
        ColorBy.AGE,
        new Colors(ColorBy.AGE, annotated, new AuthorColors(annotated, shares)));
  }

  private static String html(AnnotatedVersion annotated) {
    return html(annotated, new AnnotatedParts(annotated), 1);
  }

  private static String text(String html) {
    StringBuilder text = new StringBuilder();
    for (MatchResult passage : PASSAGE.matcher(html).results().toList()) {
      text.append(unescaped(passage.group(1).replaceAll("<[^>]*>", "")));
    }
    return text.toString();
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static List<Shown> shown(String html) {
    return RUN.matcher(html)
        .results()
        .map(
            run ->
                new Shown(
                    Integer.parseInt(run.group(2)),
                    unescaped(run.group(3)),
                    run.group(1).endsWith(" other")))
        .toList();
  }

  @Test
  void theTextOfAnyVersionIsShownWholeAndOnceWhereverItIsCut() {
    Texts texts = new Texts(21);
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 7)) {
      for (int i = 0; i < 500; i++) {
        ScriptText text = texts.any();
        AnnotatedVersion annotated = made.cutAnywhere(text, texts.random(), 40);
        assertThat(text(html(annotated))).isEqualTo(text.display());
      }
    }
  }

  @Test
  void neighboursOfDifferentVersionsAreToldApartWithoutColours() {
    Texts texts = new Texts(22);
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 7)) {
      for (int i = 0; i < 200; i++) {
        List<Shown> shown = shown(html(made.cutAnywhere(texts.any(), texts.random(), 40)));
        for (int at = 1; at < shown.size(); at++) {
          boolean isSame = shown.get(at).origin() == shown.get(at - 1).origin();
          assertThat(shown.get(at).isOther() == shown.get(at - 1).isOther()).isEqualTo(isSame);
        }
      }
    }
  }

  @Test
  void whiteSpaceIsShownWithTheRunBeforeItAndAtTheStartOfALineWithTheOneAfterIt() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 3)) {
      String html =
          html(made.of(1, "\t One", 3, " ", 2, "two\n", 1, "  three ", 2, "  ", 1, "four"));
      assertThat(shown(html))
          .extracting(Shown::text)
          .containsExactly("\t One ", "two", "  three   four");
      assertThat(html).contains("two</a>\n").doesNotContain("data-origin=\"3\"");
    }
  }

  @Test
  void besideEachPassageStandsTheVersionOfItsNewestWordsWhereThatChanges() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 3)) {
      String html =
          html(made.of(1, "One.\n\nTwo.\n\n", 2, "Three ", 1, "four.", 3, "\n\n", 1, "Five.\n"));
      assertThat(html.split("<p class=\"by\">", -1)).hasSize(4);
      assertThat(html)
          .contains("<b>v1</b> <bdi>Writer 1</bdi>", "<b>v2</b> <bdi>Writer 2</bdi>")
          .doesNotContain("<p class=\"by\"><b>v3</b>");
    }
  }

  @Test
  void whatIsKnownOfAVersionStandsThereOnceHoweverManyRunsItHas() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 3)) {
      String html = html(made.of(1, "one ", 2, "two ", 1, "three ", 2, "four"));
      assertThat(html.split("<bdi>Draft &amp; thoughts 2</bdi>", -1)).hasSize(2);
      assertThat(html)
          .contains("<div data-origin=\"1\">", "<div data-origin=\"2\">")
          .contains("href=\"/scripts/intro/compare/1...2\">What it changed</a>")
          .contains("href=\"/scripts/intro/versions/2\">Read v2</a>")
          .contains("href=\"/scripts/intro/versions/1/annotate\">Before that: v1</a>")
          .contains("<span class=\"label source-ai\">AI</span>")
          .contains("Nothing was before that");
    }
  }

  @Test
  void aLongTextIsCutBetweenItsParagraphs() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 2)) {
      String paragraph = "All work and no play makes a dull boy. ".repeat(50).strip() + "\n\n";
      ScriptText text = ScriptText.of(paragraph.repeat(1_000));
      AnnotatedVersion annotated =
          made.of(
              text,
              List.of(
                  new Attribution(new ByteRange(0, 1_000_000), 1),
                  new Attribution(new ByteRange(1_000_000, text.sizeBytes()), 2)));
      AnnotatedParts parts = new AnnotatedParts(annotated);
      assertThat(parts.count()).isBetween(7, 9);
      StringBuilder all = new StringBuilder();
      for (int part = 1; part <= parts.count(); part++) {
        String html = html(annotated, parts, part);
        assertThat(html).hasSizeLessThan(1_000_000).doesNotContain("This paragraph goes on");
        assertThat(text(html)).startsWith("All work").endsWith("dull boy.\n\n");
        all.append(text(html));
      }
      assertThat(all.toString()).isEqualTo(text.display());
    }
  }

  @Test
  void aParagraphWithoutEndIsCutInsideAndSaysThatItGoesOn() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 2)) {
      ScriptText text = ScriptText.of("\uFEFF" + "é👍".repeat(500_000));
      AnnotatedVersion annotated =
          made.of(text, List.of(new Attribution(new ByteRange(0, text.sizeBytes()), 1)));
      AnnotatedParts parts = new AnnotatedParts(annotated);
      StringBuilder all = new StringBuilder();
      for (int part = 1; part <= parts.count(); part++) {
        String html = html(annotated, parts, part);
        assertThat(html.contains("This paragraph goes on.")).isEqualTo(part < parts.count());
        all.append(text(html));
      }
      assertThat(parts.count()).isGreaterThan(8);
      assertThat(all.toString()).isEqualTo(text.display());
    }
  }

  @Test
  void aTextOfVeryManyRunsHasPartsThatAreNoLongerThanOthers() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 2)) {
      ScriptText text = ScriptText.of("ab\n".repeat(20_000));
      List<Attribution> runs = new ArrayList<>();
      for (int i = 0; i < text.sizeBytes(); i++) {
        runs.add(new Attribution(new ByteRange(i, i + 1), i % 2 + 1));
      }
      AnnotatedVersion annotated = made.of(text, runs);
      AnnotatedParts parts = new AnnotatedParts(annotated);
      StringBuilder all = new StringBuilder();
      for (int part = 1; part <= parts.count(); part++) {
        String html = html(annotated, parts, part);
        assertThat(html).hasSizeLessThan(1_500_000);
        all.append(text(html));
      }
      assertThat(all.toString()).isEqualTo(text.display());
    }
  }

  @Test
  void theOldestAndTheNewestVersionHaveBothEndsOfTheColours() {
    try (MadeUpAnnotations made = new MadeUpAnnotations(folder, 30)) {
      Object[] parts = new Object[60];
      for (int i = 0; i < 30; i++) {
        parts[2 * i] = i + 1;
        parts[2 * i + 1] = "word ";
      }
      Ages ages = new Ages(made.of(parts).origins());
      assertThat(ages.step(1)).isEqualTo(0);
      assertThat(ages.step(30)).isEqualTo(9);
      for (int i = 2; i <= 30; i++) {
        assertThat(ages.step(i) - ages.step(i - 1)).isIn(0, 1);
      }
    }
  }
}
