package prismq.t.script.versioning.reading;

import prismq.t.script.versioning.core.fountain.FountainType;

/** As what the elements of a screenplay stand on its pages. */
public final class PageElements {
  private PageElements() {}

  /** The HTML element of one. */
  public static String tag(FountainType type) {
    return type == FountainType.HEADING ? "h2" : "p";
  }

  /** The class that it is drawn by. */
  public static String cssClass(FountainType type) {
    return switch (type) {
      case HEADING -> "heading";
      case CHARACTER, DUAL_CHARACTER -> "cue";
      case PARENTHETICAL -> "aside";
      case DIALOGUE -> "talk";
      case LYRIC -> "lyric";
      case TRANSITION -> "transition";
      case CENTERED -> "centered";
      case SHOT -> "shot";
      default -> "action";
    };
  }
}
