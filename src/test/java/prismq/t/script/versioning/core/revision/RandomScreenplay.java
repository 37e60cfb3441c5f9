package prismq.t.script.versioning.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A screenplay of words that are all different, so that each is found again. */
final class RandomScreenplay {
  /** Its paragraphs and speeches, each with the empty line behind it. */
  final List<String> blocks = new ArrayList<>();

  private final Random random;
  private int words;

  RandomScreenplay(Random random, int blocks) {
    this.random = random;
    for (int i = 0; i < blocks; i++) {
      this.blocks.add(block());
    }
  }

  private RandomScreenplay(RandomScreenplay other) {
    this.random = other.random;
    this.words = other.words;
    this.blocks.addAll(other.blocks);
  }

  RandomScreenplay copy() {
    return new RandomScreenplay(this);
  }

  String word() {
    return "w" + words++;
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder(word());
    for (int i = 1; i < count; i++) {
      text.append(' ').append(i % 7 == 3 ? "*" + word() + "*" : word());
    }
    return text.toString();
  }

  String block() {
    return switch (random.nextInt(8)) {
      case 0 -> "INT. " + words(2) + " - NIGHT\n\n";
      case 1, 2, 3 -> words(1 + random.nextInt(90)) + "\n\n";
      case 4 -> "ANN" + words + "\n" + words(1 + random.nextInt(200)) + "\n\n";
      case 5 ->
          "BEN" + words + "\n(" + words(2) + ")\n" + words(5) + "\n(beat)\n" + words(30) + "\n\n";
      case 6 -> "CUT TO:\n\n";
      default -> "CARL" + words + "\n" + words(9) + "\n\nDORA" + words + " ^\n" + words(9) + "\n\n";
    };
  }

  /** Changes something at random. */
  void edit() {
    int at = random.nextInt(blocks.size());
    switch (random.nextInt(4)) {
      case 0 -> blocks.add(at, block());
      case 1 -> {
        int end = Math.min(blocks.size() - 1, at + 1 + random.nextInt(20));
        if (end > at) {
          blocks.subList(at, end).clear();
        }
      }
      case 2 -> {
        for (int i = random.nextInt(30); i >= 0; i--) {
          blocks.add(at, block());
        }
      }
      default -> blocks.set(at, blocks.get(at).replaceFirst("w\\d+", word()));
    }
  }

  String text() {
    return String.join("", blocks);
  }
}
