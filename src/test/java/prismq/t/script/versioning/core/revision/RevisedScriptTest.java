package prismq.t.script.versioning.core.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.fountain.ElementTexts;
import prismq.t.script.versioning.core.fountain.PageStretch;
import prismq.t.script.versioning.core.fountain.PrintedLine;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedCell;
import prismq.t.script.versioning.core.fountain.PrintedPage;
import prismq.t.script.versioning.core.fountain.Screenplay;

class RevisedScriptTest {
  private static final RevisionRules LOCKED = new RevisionRules(0, LabelScheme.LETTER, true);
  private static final RevisionRules NUMBERED_BY_AUTHOR =
      new RevisionRules(0, LabelScheme.LETTER, false);
  private static final RevisionRules FREE = new RevisionRules(-1, LabelScheme.LETTER, true);

  private static List<RevisedDraft> revisions(RevisionRules rules, String... texts) {
    List<RevisedDraft> drafts = new ArrayList<>();
    RevisedScript.forEach(texts.length, i -> texts[i], rules, drafts::add);
    return drafts;
  }

  private static List<String> labels(RevisedDraft draft) {
    return draft.sheets().stream().map(RevisedSheet::label).toList();
  }

  private static String text(PrintedLine line) {
    StringBuilder text = new StringBuilder(line.number().isEmpty() ? "" : line.number() + " ");
    for (PrintedCell cell : line.cells()) {
      text.append(" ".repeat(Math.max(0, cell.column() - text.length()))).append(cell.text());
    }
    return text.toString();
  }

  private static List<String> lines(RevisedSheet sheet) {
    return sheet.lines().stream().map(line -> text(line.line())).toList();
  }

  private static List<String> marked(RevisedDraft draft, int revision) {
    return draft.sheets().stream()
        .flatMap(sheet -> sheet.lines().stream())
        .filter(line -> line.revision() == revision)
        .map(line -> text(line.line()).strip())
        .toList();
  }

  /** Pages of numbered paragraphs of one line, 28 a page. */
  private static String paragraphs(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append("Line ").append(i).append(".\n\n");
    }
    return text.toString();
  }

  @Test
  void whatWasAddedToALockedPageGoesOnBehindIt() {
    String white = paragraphs(84);
    String blue = white.replace("Line 40.", "Line 40.\n\n" + "More.\n\n".repeat(40));
    List<RevisedDraft> drafts = revisions(LOCKED, white, blue);
    assertThat(labels(drafts.get(0))).containsExactly("1", "2", "3");
    assertThat(labels(drafts.get(1))).containsExactly("1", "2", "2A", "2B", "3");
    assertThat(drafts.get(1).replaced()).containsExactly("2");
    assertThat(drafts.get(1).inserted()).containsExactly("2A", "2B");
    assertThat(drafts.get(1).removed()).isEmpty();
    assertThat(marked(drafts.get(1), 1)).hasSize(40).containsOnly("More.");
    assertThat(drafts.get(1).sheets().stream().map(RevisedSheet::issue))
        .containsExactly(0, 1, 1, 1, 0);
  }

  @Test
  void aPageOfWhichNothingIsLeftLeavesItsNumberToTheOneBefore() {
    String white = paragraphs(112);
    StringBuilder blue = new StringBuilder(white);
    blue.delete(white.indexOf("Line 29."), white.indexOf("Line 85."));
    List<RevisedDraft> drafts = revisions(LOCKED, white, blue.toString(), white);
    assertThat(labels(drafts.get(0))).containsExactly("1", "2", "3", "4");
    assertThat(labels(drafts.get(1))).containsExactly("1–3", "4");
    assertThat(drafts.get(1).inserted()).containsExactly("1–3");
    assertThat(drafts.get(1).removed()).containsExactly("1", "2", "3");
    assertThat(marked(drafts.get(1), 1)).containsExactly("Line 28.");
    assertThat(labels(drafts.get(2))).containsExactly("1–3", "3A", "3B", "4");
  }

  @Test
  void pagesThatWereAddedAreLockedAsWell() {
    String white = paragraphs(56);
    String blue = white.replace("Line 20.", "Line 20.\n\n" + "Blue.\n\n".repeat(60));
    String pink = blue.replaceFirst("Line 20\\.", "Line 20.\n\n" + "Pink.\n\n".repeat(30));
    for (LabelScheme scheme : LabelScheme.values()) {
      RevisionRules rules = new RevisionRules(0, scheme, false);
      List<RevisedDraft> drafts = revisions(rules, white, blue, pink);
      assertThat(labels(drafts.get(1))).containsExactly("1", "1A", "1B", "1C", "2");
      assertThat(labels(drafts.get(2))).containsExactly("1", "A1A", "B1A", "1A", "1B", "1C", "2");
      assertThat(marked(drafts.get(2), 2)).containsOnly("Pink.");
      assertThat(marked(drafts.get(2), 1)).containsOnly("Blue.").hasSize(60);
    }
  }

  @Test
  void aLineIsMarkedWhereOneOfItsWordsIsAnother() {
    String text = "INT. HALL - DAY\n\n" + "old ".repeat(40).strip() + "\n\nANN\nHello there.\n";
    String changed = text.replace("Hello there", "Hello here");
    assertThat(marked(revisions(LOCKED, text, changed).get(1), 1)).containsExactly("Hello here.");
    assertThat(marked(revisions(LOCKED, text, text.replace("INT", "EXT")).get(1), 1))
        .containsExactly("1 EXT. HALL - DAY");
    String removed = text.replace(" there", "");
    assertThat(marked(revisions(FREE, text, removed).get(1), 1)).containsExactly("Hello.");
    assertThat(marked(revisions(FREE, text, text).get(1), 1)).isEmpty();
    assertThat(marked(revisions(FREE, text, text.replace("int.", "INT.")).get(1), 1)).isEmpty();
    // Only how it looks on the page counts.
    String noted = text.replace("Hello", "[[really?]]Hello");
    assertThat(marked(revisions(FREE, text, noted).get(1), 1)).isEmpty();
    String bold = text.replace("Hello", "**Hello**");
    assertThat(marked(revisions(FREE, text, bold).get(1), 1)).containsExactly("Hello there.");
  }

  @Test
  void omittedScenesKeepTheirNumber() {
    String scene = "INT. %s - DAY #%s#\n\nSomething happens in the %1$s.\n\n";
    String one = scene.formatted("HALL", "11");
    String two = scene.formatted("CELLAR", "12");
    String three = scene.formatted("ATTIC", "13");
    List<RevisedDraft> drafts = revisions(LOCKED, one + two + three, one + three, one + three);
    List<String> omitted = lines(drafts.get(1).sheets().get(0));
    assertThat(omitted)
        .contains("12 OMITTED")
        .containsSubsequence("12 OMITTED", "13 INT. ATTIC - DAY");
    assertThat(marked(drafts.get(1), 1)).contains("12 OMITTED");
    assertThat(lines(drafts.get(2).sheets().get(0))).isEqualTo(omitted);
    assertThat(drafts.get(2).revisedSheets()).isEmpty();
    List<RevisedDraft> back = revisions(LOCKED, one + two + three, one + three, one + two + three);
    assertThat(String.join("\n", lines(back.get(2).sheets().get(0)))).doesNotContain("OMITTED");
  }

  @Test
  void scenesWithoutNumbersGetThemWhenPagesAreLocked() {
    String scene = "INT. %s - DAY\n\nSomething happens in the %1$s, as %1$s people know.\n\n";
    String one = scene.formatted("HALL");
    String two = scene.formatted("CELLAR");
    String three = scene.formatted("ATTIC");
    String blue = one + "EXT. GARDEN - NIGHT\n\nNobody else is about.\n\n" + three;
    List<String> page = lines(revisions(LOCKED, one + two + three, blue).get(1).sheets().get(0));
    assertThat(page)
        .contains("1 INT. HALL - DAY", "1A EXT. GARDEN - NIGHT", "2 OMITTED", "3 INT. ATTIC - DAY");
    RevisionRules plain = new RevisionRules(0, LabelScheme.LETTER, false);
    assertThat(lines(revisions(plain, one, blue).get(1).sheets().get(0)))
        .contains("INT. ATTIC - DAY");
  }

  @Test
  void anOmittedSceneStaysOnThePageThatItBegan() {
    String first = "INT. HALL - DAY\n\n" + paragraphs(26);
    String second = "EXT. YARD - DAY\n\n" + paragraphs(10).replace("Line", "Yard");
    String third = "EXT. SEA - DAY\n\nWaves.\n";
    List<RevisedDraft> drafts = revisions(LOCKED, first + second + third, first + third);
    assertThat(lines(drafts.get(0).sheets().get(1)).get(0)).isEqualTo("2 EXT. YARD - DAY");
    assertThat(lines(drafts.get(1).sheets().get(1)).get(0)).isEqualTo("2 OMITTED");
    assertThat(drafts.get(1).replaced()).containsExactly("2");
  }

  @Test
  void beforePagesAreLockedTheyAreThoseOfTheScreenplay() {
    for (long seed = 1; seed <= 40; seed++) {
      String text = new RandomScreenplay(new Random(seed), 150).text();
      Screenplay screenplay = Screenplay.parse(text);
      PageStretch whole = PageStretch.WHOLE;
      List<List<String>> pages =
          PrintedPage.of(screenplay, new ElementTexts(text), screenplay.items(), whole, start -> "")
              .stream()
              .map(page -> page.lines().stream().map(RevisedScriptTest::text).toList())
              .toList();
      assertThat(pages).hasSameSizeAs(screenplay.pages());
      List<RevisedSheet> sheets = revisions(FREE, text).get(0).sheets();
      assertThat(sheets.stream().map(RevisedScriptTest::lines))
          .as("seed %d", seed)
          .isEqualTo(pages);
      for (RevisedSheet sheet : sheets) {
        assertThat(sheet.lines()).as("seed %d", seed).hasSizeLessThanOrEqualTo(55);
      }
    }
  }

  @Test
  void allPagesTogetherAreTheScreenplay() {
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      RandomScreenplay screenplay = new RandomScreenplay(random, 60);
      String[] texts = new String[6];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = screenplay.text();
        for (int edits = random.nextInt(5); edits >= 0; edits--) {
          screenplay.edit();
        }
      }
      RevisionRules rules =
          new RevisionRules(
              random.nextInt(3), List.of(LabelScheme.values()).get(random.nextInt(3)), true);
      for (RevisedDraft draft : revisions(rules, texts)) {
        List<String> printed = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (RevisedSheet sheet : draft.sheets()) {
          assertThat(sheet.lines()).as("seed %d", seed).hasSizeLessThanOrEqualTo(55);
          assertThat(sheet.lines()).as("seed %d", seed).isNotEmpty();
          for (RevisedLine line : sheet.lines()) {
            for (PrintedCell cell : line.line().cells()) {
              // The cue stands again above the rest of a speech.
              if (cell.start() < cell.end() && (!cell.type().isCue() || seen.add(cell.start()))) {
                printed.addAll(Arrays.asList(cell.text().strip().split("[ ]+", -1)));
              }
            }
          }
        }
        List<String> expected =
            DraftWords.of(Screenplay.parse(texts[draft.revision()])).words.stream()
                .map(word -> word.key().substring(1).replaceAll("\0.*", ""))
                .toList();
        assertThat(sorted(printed))
            .as("seed %d, revision %d", seed, draft.revision())
            .isEqualTo(sorted(expected));
        assertThat(labels(draft)).as("seed %d", seed).doesNotHaveDuplicates();
      }
    }
  }

  /** Two speeches side by side are read line by line. */
  private static List<String> sorted(List<String> words) {
    return words.stream().filter(word -> !word.equals("(CONT’D)")).sorted().toList();
  }

  private static final Pattern WORD = Pattern.compile("(?i)w\\d+");

  private static Set<String> words(List<String> lines) {
    Set<String> words = new HashSet<>();
    for (String line : lines) {
      WORD.matcher(line)
          .results()
          .map(found -> found.group().toLowerCase(Locale.ROOT))
          .forEach(words::add);
    }
    return words;
  }

  @Test
  void aLockedPageWithoutAChangeStaysAsItWas() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      RandomScreenplay screenplay = new RandomScreenplay(random, 120);
      String white = screenplay.text();
      RandomScreenplay edited = screenplay.copy();
      String word = edited.word();
      int at = random.nextInt(edited.blocks.size());
      String old = edited.blocks.get(at);
      if (!WORD.matcher(old).find()) {
        continue;
      }
      String more = random.nextBoolean() ? word : word + " more".repeat(700);
      edited.blocks.set(at, WORD.matcher(old).replaceFirst(more));
      String gone = WORD.matcher(old).results().findFirst().orElseThrow().group();
      List<RevisedDraft> drafts = revisions(LOCKED, white, edited.text());
      Map<String, RevisedSheet> after = new HashMap<>();
      drafts.get(1).sheets().forEach(sheet -> after.put(sheet.label(), sheet));
      for (RevisedSheet sheet : drafts.get(0).sheets()) {
        if (!words(lines(sheet)).contains(gone)) {
          RevisedSheet same = Objects.requireNonNull(after.get(sheet.label()));
          assertThat(lines(same))
              .as("seed %d, page %s", seed, sheet.label())
              .isEqualTo(lines(sheet));
          assertThat(same.isRevised()).as("seed %d", seed).isFalse();
        }
      }
    }
  }

  @Test
  void linesAreMarkedWhereTheyHaveANewWordAndNowhereElse() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      RandomScreenplay screenplay = new RandomScreenplay(random, 100);
      String white = screenplay.text();
      Set<String> known = words(List.of(white));
      StringBuilder blue = new StringBuilder();
      WORD.matcher(white)
          .replaceAll(found -> random.nextInt(40) == 0 ? screenplay.word() : found.group())
          .lines()
          .forEach(line -> blue.append(line).append('\n'));
      RevisedDraft draft = revisions(NUMBERED_BY_AUTHOR, white, blue.toString()).get(1);
      for (RevisedSheet sheet : draft.sheets()) {
        for (RevisedLine line : sheet.lines()) {
          Set<String> own = words(List.of(text(line.line())));
          own.removeAll(known);
          assertThat(line.revision() == 1)
              .as("seed %d, %s", seed, text(line.line()))
              .isEqualTo(!own.isEmpty());
        }
      }
    }
  }

  @Test
  void whatWasRewrittenAsAWholeKeepsItsPages() {
    String white = "word ".repeat(6_000);
    String blue = "word ".repeat(3_000) + "more ".repeat(3_000);
    List<RevisedDraft> drafts = revisions(LOCKED, white, blue);
    assertThat(drafts.get(1).inserted()).isEmpty();
    assertThat(drafts.get(1).removed()).isEmpty();
    assertThat(labels(drafts.get(1))).isEqualTo(labels(drafts.get(0)));
  }

  @Test
  void anythingIsLaidOut() {
    String one = "w".repeat(3_000) + "\n\n" + "字".repeat(9_000) + "\n\nANN\n" + "x ".repeat(9_000);
    List<RevisedDraft> drafts =
        revisions(LOCKED, "", one, "", one, one.substring(500, 20_000), "ANN\n\n\n", "> <\n");
    assertThat(drafts).hasSize(7);
    assertThat(drafts.get(0).sheets()).isEmpty();
    assertThat(labels(drafts.get(1))).startsWith("1", "2");
    for (RevisedDraft draft : drafts) {
      assertThat(labels(draft)).doesNotHaveDuplicates();
    }
  }
}
