package prismq.t.script.versioning.core.merge;

import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/** The three texts of a merge by their lines, every byte as one character. */
record Triple(Pieces base, Pieces ours, Pieces theirs) {
  static Triple of(ScriptText base, ScriptText ours, ScriptText theirs) {
    return new Triple(base.exactLines(), ours.exactLines(), theirs.exactLines());
  }

  String base(Chunk chunk) {
    return chunk.base().in(base.text());
  }

  String ours(Chunk chunk) {
    return chunk.ours().in(ours.text());
  }

  String theirs(Chunk chunk) {
    return chunk.theirs().in(theirs.text());
  }

  /** Whether each side changed this in a way of its own, or a person is asked anyway. */
  boolean isConflict(Chunk chunk) {
    if (chunk.isAsked()) {
      return true;
    }
    String baseText = base(chunk);
    String ourText = ours(chunk);
    String theirText = theirs(chunk);
    return !ourText.equals(theirText) && !ourText.equals(baseText) && !theirText.equals(baseText);
  }

  /** Whether both sides changed this. */
  boolean isChangedByBoth(Chunk chunk) {
    String baseText = base(chunk);
    return !ours(chunk).equals(baseText) && !theirs(chunk).equals(baseText);
  }

  /** The merged text of a chunk that is no conflict. */
  String merged(Chunk chunk) {
    String ourText = ours(chunk);
    return ourText.equals(base(chunk)) ? theirs(chunk) : ourText;
  }

  /** Whether these texts contain what a chunk of other texts is about. */
  boolean contains(Triple others, Chunk chunk) {
    return base.text().contains(others.base(chunk))
        && ours.text().contains(others.ours(chunk))
        && theirs.text().contains(others.theirs(chunk));
  }

  /** Whether a chunk starts at the start of a line in each text. */
  boolean startsLine(Chunk chunk) {
    return isLineStart(base, chunk.base().start())
        && isLineStart(ours, chunk.ours().start())
        && isLineStart(theirs, chunk.theirs().start());
  }

  /** Whether what follows a chunk is at the start of a line in each text. */
  boolean endsLine(Chunk chunk) {
    return isLineStart(base, chunk.base().end())
        && isLineStart(ours, chunk.ours().end())
        && isLineStart(theirs, chunk.theirs().end());
  }

  private static boolean isLineStart(Pieces lines, int position) {
    return position == 0 || LineEnds.endsAt(lines.text(), position - 1);
  }
}
