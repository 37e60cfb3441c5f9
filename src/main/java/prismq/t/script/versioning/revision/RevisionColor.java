package prismq.t.script.versioning.revision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import prismq.t.script.versioning.language.Messages;

/**
 * The colour of a revision's paper.
 *
 * @param round how often all colours were used before, from 0
 */
record RevisionColor(String name, int round) {
  /** Most colours of a script. */
  static final int MAX_COUNT = 40;

  /** Longest name of one, in characters. */
  static final int MAX_NAME = 40;

  /** Those of the trade, in its order. */
  static final List<String> USUAL =
      List.of("White", "Blue", "Pink", "Yellow", "Green", "Goldenrod", "Buff", "Salmon", "Cherry");

  /** Those that pages are shown in, by what they are called. */
  private static final Set<String> TINTS =
      Set.of("blue", "pink", "yellow", "green", "goldenrod", "buff", "salmon", "cherry");

  private static final Map<String, String> SHORT =
      Map.of("goldenrod", "Go", "buff", "Bu", "cherry", "Ch");

  /** The colour of a revision, by its place from 0; after the last one they begin anew. */
  static RevisionColor of(List<String> names, int revision) {
    return new RevisionColor(names.get(revision % names.size()), revision / names.size());
  }

  /** What it is called. */
  public String title() {
    return switch (round) {
      case 0 -> name;
      case 1 -> Messages.text("revision.double", name);
      case 2 -> Messages.text("revision.triple", name);
      default -> Messages.text("revision.times", round + 1, name);
    };
  }

  /** The class of what is shown in it. */
  public String cssClass() {
    String word = name.toLowerCase(Locale.ROOT);
    return TINTS.contains(word) ? "sheet-" + word : "sheet-white";
  }

  /** A letter or two for it, which stand beside an asterisk. */
  String sign() {
    String word = name.toLowerCase(Locale.ROOT);
    String sign = SHORT.getOrDefault(word, name.substring(0, name.offsetByCodePoints(0, 1)));
    return (round == 0 ? "" : Integer.toString(round + 1)) + sign;
  }
}
