package prismq.t.script.versioning.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A screenplay that is rewritten in known ways, the same ones in every run. */
final class MadeUpScreenplay {
  private static final String[] NAMES = {"KEEPER", "ENGINEER", "ANN", "BROTHER", "THE INSPECTOR"};
  private static final String[] PLACES = {
    "LAMP ROOM", "KITCHEN", "GALLERY", "STAIRS", "BOAT", "SHORE", "HARBOUR", "OFFICE"
  };
  private static final String[] TIMES = {"DAY", "NIGHT", "DUSK", "DAWN"};

  /**
   * A scene that is known by its id whatever becomes of it.
   *
   * @param id 0 for none of the first draft
   * @param paragraphs action, and speeches with their cues
   */
  record MadeUpScene(int id, String heading, List<String> paragraphs) {}

  private final Random random;
  private final MadeUpText words;
  private List<MadeUpScene> scenes = new ArrayList<>();

  MadeUpScreenplay(long seed, int bytes) {
    random = new Random(seed);
    words = new MadeUpText(seed, 0);
    while (text().length() < bytes) {
      for (int i = 0; i < 10; i++) {
        scenes.add(scene(scenes.size() + 1));
      }
    }
  }

  private MadeUpScene scene(int id) {
    List<String> paragraphs = new ArrayList<>();
    for (int count = 1 + random.nextInt(12); count > 0; count--) {
      paragraphs.add(paragraph());
    }
    return new MadeUpScene(id, heading(), paragraphs);
  }

  private String heading() {
    return (random.nextBoolean() ? "INT. " : "EXT. ")
        + PLACES[random.nextInt(PLACES.length)]
        + " - "
        + TIMES[random.nextInt(TIMES.length)];
  }

  private String paragraph() {
    String name = NAMES[random.nextInt(NAMES.length)];
    return random.nextInt(3) == 0
        ? words.words(10 + random.nextInt(30))
        : name + "\n" + words.words(3 + random.nextInt(25));
  }

  /** The screenplay now. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (MadeUpScene scene : scenes) {
      text.append(scene.heading).append("\n\n");
      scene.paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
    }
    return text.toString();
  }

  List<MadeUpScene> scenes() {
    return List.copyOf(scenes);
  }

  /**
   * Rewrites it: a tenth of the scenes each is renamed, moved and left out, a third is edited, and
   * a tenth as many are new.
   */
  void rewrite() {
    List<MadeUpScene> next = new ArrayList<>();
    List<MadeUpScene> moved = new ArrayList<>();
    for (MadeUpScene scene : scenes) {
      int act = random.nextInt(10);
      MadeUpScene kept = random.nextInt(3) == 0 ? edited(scene) : scene;
      switch (act) {
        case 0 -> next.add(new MadeUpScene(kept.id, heading(), kept.paragraphs));
        case 1 -> moved.add(kept);
        case 2 -> {
          // Left out.
        }
        case 3 -> {
          next.add(kept);
          next.add(scene(0));
        }
        default -> next.add(kept);
      }
    }
    moved.forEach(scene -> next.add(random.nextInt(next.size() + 1), scene));
    scenes = next;
  }

  private MadeUpScene edited(MadeUpScene scene) {
    List<String> paragraphs = new ArrayList<>(scene.paragraphs);
    for (int edits = 1 + paragraphs.size() / 4; edits > 0; edits--) {
      paragraphs.set(random.nextInt(paragraphs.size()), paragraph());
    }
    if (random.nextInt(4) == 0) {
      Collections.swap(paragraphs, 0, paragraphs.size() - 1);
    }
    return new MadeUpScene(scene.id, scene.heading, paragraphs);
  }
}
