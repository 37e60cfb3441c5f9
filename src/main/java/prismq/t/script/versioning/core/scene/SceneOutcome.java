package prismq.t.script.versioning.core.scene;

import java.util.Locale;

/** What became of a scene from one text to another. */
public enum SceneOutcome {
  /** Nothing changed but white space. */
  SAME,
  /** Its text changed. */
  EDITED,
  /** It stands elsewhere. */
  MOVED,
  /** It stands elsewhere, and its text changed. */
  MOVED_AND_EDITED,
  /** Its heading changed, and maybe more. */
  RENAMED,
  /** Only its number changed. */
  RENUMBERED,
  /** It became several scenes, of which this is one. */
  SPLIT,
  /** It became one scene together with another. */
  JOINED,
  /** It was not there before. */
  NEW,
  /** It is there no more. */
  OMITTED;

  /** What it is called where it is sent. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
