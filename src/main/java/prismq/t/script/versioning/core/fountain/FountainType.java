package prismq.t.script.versioning.core.fountain;

/** What an element of a screenplay is. */
public enum FountainType {
  /** A line of the title page. */
  TITLE_PAGE,
  /** The heading of a scene. */
  HEADING,
  /** What is seen and heard. */
  ACTION,
  /** A shot within a scene, which is set as a heading but begins no scene. */
  SHOT,
  /** The cue of who speaks next. */
  CHARACTER,
  /** The cue of who speaks at the same time as the one before. */
  DUAL_CHARACTER,
  /** How something is spoken. */
  PARENTHETICAL,
  /** A line that is spoken, or an empty one in a speech. */
  DIALOGUE,
  /** A line that is sung. */
  LYRIC,
  /** How a scene becomes the next one. */
  TRANSITION,
  /** A line in the middle of the page. */
  CENTERED,
  /** The heading of an act or another part, which is not printed. */
  SECTION,
  /** What a scene or part is about, which is not printed. */
  SYNOPSIS,
  /** The end of a page that the author asks for. */
  PAGE_BREAK,
  /** A line, or several, with nothing but a note. */
  NOTE,
  /** A line, or several, with nothing but what was struck out. */
  BONEYARD,
  /** An empty line. */
  BLANK;

  /** Whether readers of the pages see it, the title page left out. */
  public boolean isPrinted() {
    return switch (this) {
      case HEADING,
          ACTION,
          SHOT,
          CHARACTER,
          DUAL_CHARACTER,
          PARENTHETICAL,
          DIALOGUE,
          LYRIC,
          TRANSITION,
          CENTERED ->
          true;
      case TITLE_PAGE, SECTION, SYNOPSIS, PAGE_BREAK, NOTE, BONEYARD, BLANK -> false;
    };
  }

  /** Whether it names who speaks. */
  public boolean isCue() {
    return this == CHARACTER || this == DUAL_CHARACTER;
  }

  /** Whether it may stand in a speech, below the name of who speaks. */
  public boolean isSpeech() {
    return this == PARENTHETICAL || this == DIALOGUE || this == LYRIC;
  }
}
