package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** Who wrote which word, as annotations tell it. */
class LineageTest {
  private static final String DOOR = "The heavy door swings open and cold air fills the hall.";
  private static final String LAMP = "A single lamp burns on the desk beside an unread letter.";
  private static final String STEPS = "Somewhere above them slow steps cross the wooden floor.";
  private static final String RAIN = "Rain has been falling on the roof since the early morning.";

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private Annotations annotations;
  private int saved;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    annotations =
        new Annotations(
            new Passages(manager, new PassageIndex(database), new Indexing(database, manager)));
    manager.createScript("film", "The lighthouse");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void save(String... contents) {
    for (String content : contents) {
      Author author = Author.named("Writer " + ++saved);
      manager.save(NewVersion.builder("film", ScriptText.of(content), author, "why").build());
    }
  }

  /** The words of the last version that a version wrote. */
  private List<String> wordsOf(int version) {
    Annotation annotation = annotations.view("film", view -> annotations.read(view, saved)).get();
    List<String> words = new ArrayList<>();
    int start = 0;
    for (String word : Words.split(annotation.text().display())) {
      int at = start;
      boolean isOfVersion =
          annotation.runs().stream()
              .filter(run -> run.bytes().start() <= at && at < run.bytes().end())
              .allMatch(run -> run.versionNumber() == version);
      if (Words.isWord(word, 0) && isOfVersion) {
        words.add(word);
      }
      start += ScriptText.of(word).sizeBytes();
    }
    return words;
  }

  @Test
  void whoSplitsAParagraphWithDialogueWroteTheDialogueOnly() {
    save(
        DOOR + " " + LAMP + " " + STEPS + "\n",
        DOOR + "\n\nMARA\nWho is there?\n\n" + LAMP + " " + STEPS + "\n");
    assertThat(wordsOf(2)).containsExactly("MARA", "Who", "is", "there");
  }

  @Test
  void whoSplitsTwiceInOneVersionWroteWhatIsBetweenOnly() {
    save(
        DOOR + " " + LAMP + " " + STEPS + " " + RAIN + "\n",
        DOOR
            + "\n\nMARA\nHello?\n\n"
            + LAMP
            + "\n\nJONAS\nUpstairs.\n\n"
            + STEPS
            + " "
            + RAIN
            + "\n");
    assertThat(wordsOf(2)).containsExactly("MARA", "Hello", "JONAS", "Upstairs");
  }

  @Test
  void whoJoinsParagraphsWroteNothing() {
    save(DOOR + "\n\n" + LAMP + "\n\n" + STEPS + "\n", DOOR + " " + LAMP + " " + STEPS + "\n");
    assertThat(wordsOf(2)).isEmpty();
  }

  @Test
  void whoBreaksAParagraphIntoASentenceALineWroteTheNewSentenceOnly() {
    save(
        DOOR + " " + LAMP + " " + STEPS + "\n",
        DOOR + "\n" + LAMP + "\nNobody answers.\n" + STEPS + "\n");
    assertThat(wordsOf(2)).containsExactly("Nobody", "answers");
  }

  @Test
  void whoAddsBulletsOrTakesThemAwayWroteNothing() {
    save(DOOR + "\n" + LAMP + "\n" + STEPS + "\n");
    save("- " + DOOR + "\n- " + LAMP + "\n- " + STEPS + "\n");
    assertThat(wordsOf(2)).isEmpty();
    save("1. " + DOOR + "\n2. " + LAMP + "\n3. " + STEPS + "\n");
    assertThat(wordsOf(1)).hasSize(31);
    save(DOOR + "\n" + LAMP + "\n" + STEPS + "\n");
    assertThat(wordsOf(1)).hasSize(31);
  }

  @Test
  void whoMovesASentenceIntoAnotherParagraphWroteNothing() {
    save(
        DOOR + " " + STEPS + "\n\n" + LAMP + "\n\n" + RAIN + "\n",
        DOOR + "\n\n" + LAMP + "\n\n" + RAIN + " " + STEPS + "\n");
    assertThat(wordsOf(2)).isEmpty();
  }

  @Test
  void whoMovesASentenceIntoAParagraphOfItsOwnWroteNothing() {
    save(
        DOOR + " " + STEPS + " " + LAMP + "\n\n" + RAIN + "\n",
        DOOR + " " + LAMP + "\n\n" + RAIN + "\n\n" + STEPS + "\n");
    assertThat(wordsOf(2)).isEmpty();
  }

  @Test
  void aHeadingThatOnlyGetsAnotherLevelStaysWithWhoWroteIt() {
    save(
        "== Second Act ==\n\n" + DOOR + "\n\n" + LAMP + "\n",
        RAIN + "\n\n" + STEPS + "\n\n==== Second Act ====\n\nNothing of it was true.\n");
    assertThat(wordsOf(1)).containsExactly("Second", "Act");
  }

  @Test
  void aParagraphRestoredWithOneWordChangedStaysWithWhoWroteIt() {
    save(
        DOOR + " " + LAMP + " " + STEPS + "\n\n" + RAIN + "\n",
        RAIN + "\n",
        RAIN + "\n\nThe end.\n",
        DOOR + " " + LAMP.replace("single", "lonely") + " " + STEPS + "\n\n" + RAIN + "\n");
    assertThat(wordsOf(4)).containsExactly("lonely");
    assertThat(wordsOf(1)).hasSize(41);
  }

  @Test
  void aSentenceRestoredInAnotherParagraphStaysWithWhoWroteIt() {
    save(
        DOOR + " " + STEPS + "\n\n" + RAIN + "\n",
        DOOR + "\n\n" + RAIN + "\n",
        DOOR + "\n\n" + RAIN + " " + STEPS + " Silence.\n");
    assertThat(wordsOf(3)).containsExactly("Silence");
  }

  @Test
  void whatIsWrittenAfterAnEmptyVersionIsRestoredByWordsToo() {
    save(DOOR + " " + LAMP + "\n", "", DOOR.replace("cold", "warm") + " " + LAMP + "\n");
    assertThat(wordsOf(3)).containsExactly("warm");
  }

  @Test
  void fourWordsThatStoodTogetherLongAgoMayBeWrittenAnew() {
    save(
        "In the middle of the night a bell rang twice.\n",
        RAIN + "\n",
        RAIN + "\n\nShe sat in the middle of a circle.\n");
    assertThat(wordsOf(3)).hasSize(8);
  }

  @Test
  void whoChangesCapitalsWroteNothing() {
    save("int. tower - night\n\n" + DOOR + "\n", "INT. TOWER - NIGHT\n\n" + DOOR + "\n");
    assertThat(wordsOf(2)).isEmpty();
  }

  @Test
  void whoChangesCapitalsInARewrittenSentenceWroteTheOtherWords() {
    save(
        "the keeper climbed up to his Lantern before the storm.\n",
        "our old Keeper carried his lantern down.\n");
    assertThat(wordsOf(1)).containsExactly("Keeper", "his", "lantern");
  }

  @Test
  void whoSpellsAccentsOtherwiseWroteNothing() {
    save(
        "Le café était fermé, et la forêt derrière brûlait.\n",
        "Le cafe\u0301 e\u0301tait ferme\u0301, et la fore\u0302t derrie\u0300re bru\u0302lait.\n");
    assertThat(wordsOf(2)).isEmpty();
  }

  @Test
  void whoMakesApostrophesAndQuotationMarksCurlyWroteNoWord() {
    save(
        "\"I don't know,\" she says. It's the keeper's lamp, isn't it?\n",
        "\u201CI don\u2019t know,\u201D she says. It\u2019s the keeper\u2019s lamp,"
            + " isn\u2019t it?\n");
    assertThat(wordsOf(2)).isEmpty();
  }

  @Test
  void whatIsWrittenAfterAccentsWereSpelledOtherwiseIsToldFromIt() {
    save("Le café était fermé.\n");
    save("Le cafe\u0301 e\u0301tait ferme\u0301.\n");
    save("Le cafe\u0301 e\u0301tait de\u0301sert.\n");
    assertThat(wordsOf(1)).containsExactly("Le", "cafe\u0301", "e\u0301tait");
    assertThat(wordsOf(3)).containsExactly("de\u0301sert");
  }

  @Test
  void whoChangesAWordOfASentenceWithoutSpacesWroteThatWordOnly() {
    save("แม่ซื้อปลาที่ตลาดใหญ่\n", "แม่ซื้อผักที่ตลาดใหญ่\n");
    assertThat(wordsOf(2)).containsExactly("ผัก");
  }

  @Test
  void whoSplitsAParagraphWithoutSpacesWroteWhatIsBetweenOnly() {
    String market = "แม่ซื้อปลาที่ตลาดใหญ่ใกล้แม่น้ำ";
    String home = "ลูกชายเดินกลับบ้านตอนเย็นกับเพื่อน";
    save(market + " " + home + "\n", market + "\n\nฝนตก\n\n" + home + "\n");
    assertThat(wordsOf(2)).isNotEmpty().allMatch("ฝนตก"::contains);
  }
}
