package prismq.t.script.versioning.core.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.fountain.Emphasis;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.PageItem;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.text.Words;

/** Counts what each character of a screenplay says. */
final class SpeechCounter {
  private static final int LONGEST_NAME = 100;

  private final Screenplay screenplay;
  private final Map<String, CharacterSum> byName = new LinkedHashMap<>();

  private SpeechCounter(Screenplay screenplay) {
    this.screenplay = screenplay;
  }

  private static final class CharacterSum {
    private int words;
    private int lines;
    private int speeches;
    private int scenes;
    private int pageLines;
  }

  /** Those who speak, who says most words first. */
  static List<CharacterLength> of(Screenplay screenplay, List<Scene> scenes) {
    SpeechCounter counter = new SpeechCounter(screenplay);
    for (PageItem item : screenplay.items()) {
      if (item instanceof PageItem.Speech speech) {
        counter.add(speech, screenplay.pageLines(item));
      } else if (item instanceof PageItem.DualSpeech dual) {
        counter.add(dual.left(), screenplay.pageLines(item));
        counter.add(dual.right(), screenplay.pageLines(item));
      }
    }
    for (Scene scene : scenes) {
      scene.characters().stream().map(SpeechCounter::shown).distinct().forEach(counter::addScene);
    }
    return counter.result();
  }

  private static String shown(String name) {
    return SceneLength.shortened(name, LONGEST_NAME);
  }

  private CharacterSum sum(String name) {
    return byName.computeIfAbsent(name, any -> new CharacterSum());
  }

  private void addScene(String name) {
    sum(name).scenes++;
  }

  private void add(PageItem.Speech speech, int pageLines) {
    CharacterSum sum = sum(shown(screenplay.name(speech.cue())));
    sum.speeches++;
    sum.pageLines += pageLines;
    for (FountainElement line : speech.lines()) {
      if (line.type() != FountainType.PARENTHETICAL) {
        String said = Emphasis.plain(screenplay.text(line));
        sum.words += Words.count(said);
        sum.lines += said.isBlank() ? 0 : screenplay.lineStarts(line).length;
      }
    }
  }

  private List<CharacterLength> result() {
    List<CharacterLength> all = new ArrayList<>();
    byName.forEach(
        (name, sum) ->
            all.add(
                new CharacterLength(
                    name, sum.words, sum.lines, sum.speeches, sum.scenes, sum.pageLines)));
    all.sort(
        Comparator.comparingInt(CharacterLength::words)
            .reversed()
            .thenComparing(CharacterLength::name));
    return List.copyOf(all);
  }
}
