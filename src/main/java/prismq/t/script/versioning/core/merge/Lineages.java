package prismq.t.script.versioning.core.merge;

import org.jspecify.annotations.Nullable;

/** The lineages of both sides, each made when it is first asked for. */
final class Lineages {
  private final Triple texts;
  private @Nullable Lineage ours;
  private @Nullable Lineage theirs;

  Lineages(Triple texts) {
    this.texts = texts;
  }

  Lineage of(Which side) {
    return side == Which.OURS ? ours() : theirs();
  }

  private Lineage ours() {
    Lineage known = ours;
    if (known == null) {
      known = new Lineage(texts.base(), texts.ours());
      ours = known;
    }
    return known;
  }

  private Lineage theirs() {
    Lineage known = theirs;
    if (known == null) {
      known = new Lineage(texts.base(), texts.theirs());
      theirs = known;
    }
    return known;
  }
}
