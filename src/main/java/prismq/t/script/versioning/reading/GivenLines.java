package prismq.t.script.versioning.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainPiece;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.reading.PageMarks.AddedText;
import prismq.t.script.versioning.reading.PageMarks.RemovedText;
import prismq.t.script.versioning.web.Numbers;

/**
 * The lines of a screenplay that somebody else speaks now: speeches that stayed below another name,
 * and sentences that moved to somebody else's speech. Where nobody has the old name any more and
 * nobody had the new one, the character is called otherwise.
 */
final class GivenLines {
  private static final Numbers NUMBERS = new Numbers();

  private final Speakers from;
  private final Speakers to;
  private final PageMarks marks;

  /** For each cue that has another name than before the old one. */
  private final Map<Integer, String> oldNames = new HashMap<>();

  /** The same where the line below stayed. */
  private final Map<Integer, String> givers = new TreeMap<>();

  private record NamePair(String from, String to) {}

  private GivenLines(Speakers from, Speakers to, PageMarks marks) {
    this.from = from;
    this.to = to;
    this.marks = marks;
  }

  /** Tells which element stands at a place of a text. */
  interface ElementFinder {
    int at(int position);
  }

  static GivenLines of(
      Speakers from,
      Speakers to,
      PageMarks marks,
      ElementFinder fromElements,
      ElementFinder toElements) {
    GivenLines lines = new GivenLines(from, to, marks);
    lines.findCues(fromElements, toElements);
    lines.findMoved(fromElements, toElements);
    return lines;
  }

  private void findCues(ElementFinder fromElements, ElementFinder toElements) {
    for (RemovedText removed : marks.removed()) {
      int old = fromElements.at(removed.start());
      int now = toElements.at(removed.at());
      if (!removed.isAway() && isCue(from, old) && isCue(to, now)) {
        String name = from.of(old);
        if (!name.equals(to.of(now))) {
          oldNames.putIfAbsent(now, name);
          if (isKept(now)) {
            givers.putIfAbsent(now, name);
          }
        }
      }
    }
  }

  private static boolean isCue(Speakers speakers, int element) {
    return element >= 0 && speakers.screenplay().elements().get(element).type().isCue();
  }

  /** Whether most of what is said below a cue was there before. */
  private boolean isKept(int cue) {
    int kept = 0;
    int all = 0;
    List<FountainElement> elements = to.screenplay().elements();
    for (int i = cue + 1; i < elements.size() && to.cues()[i] == cue; i++) {
      for (FountainPiece piece : elements.get(i).pieces()) {
        boolean isText = piece.kind() == PieceKind.TEXT;
        for (int at = piece.start(); isText && at < piece.end(); at++) {
          all++;
          kept += marks.isAddedAt(at) ? 0 : 1;
        }
      }
    }
    return kept > 0 && kept * 2 >= all;
  }

  private void findMoved(ElementFinder fromElements, ElementFinder toElements) {
    Map<Integer, String> speakers = new HashMap<>();
    for (RemovedText removed : marks.removed()) {
      int old = fromElements.at(removed.start());
      if (removed.move() > 0 && !removed.isAway() && isDialogue(from, old)) {
        speakers.put(removed.move(), from.of(old));
      }
    }
    for (AddedText added : marks.added()) {
      int now = toElements.at(added.start());
      @Nullable String old = speakers.get(added.move());
      boolean isSpoken = isDialogue(to, now) && to.cues()[now] != Speakers.NONE;
      if (old != null && isSpoken && !old.isEmpty() && !old.equals(to.of(now))) {
        givers.putIfAbsent(to.cues()[now], old);
      }
    }
  }

  private static boolean isDialogue(Speakers speakers, int element) {
    return element >= 0
        && speakers.screenplay().elements().get(element).type() == FountainType.DIALOGUE;
  }

  /** The name that stood at a cue, or at that above a line; empty where it is the same. */
  String oldName(int element) {
    int cue = element < 0 ? Speakers.NONE : to.cues()[element];
    return oldNames.getOrDefault(cue, "");
  }

  /** What is said beside a cue whose line somebody else spoke; null for nothing. */
  @Nullable String sentence(int cue) {
    @Nullable String giver = givers.get(cue);
    return giver == null || isRenamed(new NamePair(giver, to.of(cue)))
        ? null
        : Messages.text("reading.given", giver, to.of(cue));
  }

  private boolean isRenamed(NamePair names) {
    return !to.names().contains(names.from) && !from.names().contains(names.to);
  }

  /** What is said of each scene, by its place from 1. */
  Map<Integer, List<String>> sentences(List<Scene> scenes) {
    Map<Integer, Map<NamePair, Integer>> counts = new HashMap<>();
    int scene = 0;
    for (Map.Entry<Integer, String> given : givers.entrySet()) {
      int start = to.screenplay().elements().get(given.getKey()).start();
      while (scene < scenes.size() && scenes.get(scene).start() <= start) {
        scene++;
      }
      NamePair names = new NamePair(given.getValue(), to.of(given.getKey()));
      counts.computeIfAbsent(scene, any -> new LinkedHashMap<>()).merge(names, 1, Integer::sum);
    }
    Map<Integer, List<String>> sentences = new HashMap<>();
    counts.forEach(
        (place, ofScene) -> {
          List<String> all = new ArrayList<>();
          ofScene.forEach((names, count) -> all.add(sentence(names, count)));
          sentences.put(place, all);
        });
    return sentences;
  }

  private String sentence(NamePair names, int count) {
    return isRenamed(names)
        ? Messages.text("reading.renamed_character", names.from, names.to)
        : count == 1
            ? Messages.text("reading.given", names.from, names.to)
            : Messages.text("reading.given_several", names.from, names.to, NUMBERS.whole(count));
  }
}
