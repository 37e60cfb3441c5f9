package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.language.Messages;

/** What is said before a mark for those who do not see it, looked up once for thousands of them. */
record MarkWords(String added, String removed, String movedAway, String movedHere) {
  /** Those of the language that is spoken now. */
  static MarkWords now() {
    return new MarkWords(
        Messages.text("compare.mark.added"),
        Messages.text("compare.mark.removed"),
        Messages.text("compare.mark.moved_away"),
        Messages.text("compare.mark.moved_here"));
  }
}
