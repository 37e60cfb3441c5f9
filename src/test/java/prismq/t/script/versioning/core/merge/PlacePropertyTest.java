package prismq.t.script.versioning.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.text.ScriptText;

/** What no merge of distinct paragraphs that is clean may do, whatever was moved and removed. */
@Tag("cases")
class PlacePropertyTest {
  private static final int CASES = Cases.of(4_000);

  /** A paragraph of ten words of its own. */
  private static String paragraph(int number) {
    List<String> words = IntStream.range(0, 10).mapToObj(i -> "word" + number + "x" + i).toList();
    return String.join(" ", words) + ".";
  }

  /** A paragraph by its number, and whether it was edited. */
  private record EditedParagraph(int number, String word) {
    String text() {
      return paragraph(number).replace("x4 ", "x4 " + word);
    }
  }

  private static final class SideEditor {
    private final Random random;
    private final List<EditedParagraph> paragraphs;
    private final Set<Integer> edited = new HashSet<>();

    SideEditor(Random random, List<EditedParagraph> base) {
      this.random = random;
      this.paragraphs = new ArrayList<>(base);
    }

    void change(int unused) {
      int at = random.nextInt(paragraphs.size());
      switch (random.nextInt(5)) {
        case 0, 1 -> move(at, 1);
        case 2 -> move(at, 1 + random.nextInt(3));
        case 3 -> paragraphs.remove(at);
        default -> {
          EditedParagraph before = paragraphs.get(at);
          edited.add(before.number());
          paragraphs.set(
              at, new EditedParagraph(before.number(), "edited" + random.nextInt(1_000) + " "));
        }
      }
      if (paragraphs.isEmpty() || random.nextInt(6) == 0) {
        int place = random.nextInt(paragraphs.size() + 1);
        paragraphs.add(place, new EditedParagraph(unused + random.nextInt(2), ""));
      }
    }

    private void move(int at, int count) {
      int end = Math.min(paragraphs.size(), at + count);
      List<EditedParagraph> group = new ArrayList<>(paragraphs.subList(at, end));
      paragraphs.subList(at, end).clear();
      paragraphs.addAll(random.nextInt(paragraphs.size() + 1), group);
    }

    boolean has(int number) {
      return paragraphs.stream().anyMatch(each -> each.number() == number);
    }
  }

  private static ScriptText text(List<EditedParagraph> paragraphs, String between) {
    return ScriptText.of(
        String.join(between, paragraphs.stream().map(EditedParagraph::text).toList())
            + (between.length() > 1 ? "\n" : between));
  }

  private static Map<String, Integer> counts(ScriptText text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String paragraph : text.display().stripTrailing().split("\\R+", -1)) {
      counts.merge(paragraph, 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void noCleanMergeHasAParagraphTwiceOrBack() {
    int[] clean = new int[1];
    Cases.each(
        70,
        CASES,
        random -> {
          String between = random.nextBoolean() ? "\n\n" : random.nextBoolean() ? "\n" : "\r\n\r\n";
          List<EditedParagraph> base = new ArrayList<>();
          int size = 4 + random.nextInt(8);
          IntStream.range(0, size).forEach(i -> base.add(new EditedParagraph(i, "")));
          Collections.shuffle(base, random);
          SideEditor ours = new SideEditor(random, base);
          SideEditor theirs = new SideEditor(random, base);
          for (int i = random.nextInt(3); i >= 0; i--) {
            ours.change(100);
            theirs.change(100);
          }
          MergeCase texts =
              new MergeCase(
                  text(base, between),
                  text(ours.paragraphs, between),
                  text(theirs.paragraphs, between));
          Merge merge = texts.merge();
          if (merge.isClean()) {
            clean[0]++;
            assertNothingIsTwiceOrBack(texts, merge.text(), size, ours, theirs);
          }
        });
    assertThat(clean[0]).isGreaterThan(CASES / 10);
  }

  private static void assertNothingIsTwiceOrBack(
      MergeCase texts, ScriptText merged, int size, SideEditor ours, SideEditor theirs) {
    Map<String, Integer> base = counts(texts.base());
    Map<String, Integer> left = counts(texts.ours());
    Map<String, Integer> right = counts(texts.theirs());
    String described = texts + " gives " + merged.display();
    counts(merged)
        .forEach(
            (paragraph, count) ->
                assertThat(count)
                    .as(described)
                    .isLessThanOrEqualTo(
                        Math.max(
                            base.getOrDefault(paragraph, 0),
                            Math.max(
                                left.getOrDefault(paragraph, 0),
                                right.getOrDefault(paragraph, 0)))));
    for (int number = 0; number < size; number++) {
      String start = paragraph(number).substring(0, 12);
      int times = merged.display().split(Pattern.quote(start), -1).length - 1;
      boolean isRemoved = !ours.has(number) || !theirs.has(number);
      assertThat(times).as(described).isLessThanOrEqualTo(isRemoved ? 0 : 1);
    }
  }
}
