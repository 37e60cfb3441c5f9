package prismq.t.script.versioning.label;

import java.util.Arrays;
import java.util.Locale;
import prismq.t.script.versioning.language.Messages;

/** What became of a label. */
public enum LabelAct {
  ADDED,
  MOVED,
  REMOVED,
  /** Somebody wanted to move it, and might not. */
  REFUSED,
  /** It was moved against its rule, by who manages the script. */
  OVERRIDDEN,
  RULE_CHANGED;

  public static LabelAct of(String word) {
    return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst().orElseThrow();
  }

  /** The word for it in JSON and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What happened, in a few words. */
  public String title() {
    return Messages.text("label.act." + word());
  }
}
