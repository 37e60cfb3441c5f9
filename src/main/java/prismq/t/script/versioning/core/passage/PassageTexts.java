package prismq.t.script.versioning.core.passage;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the texts of passages together from what they are made of. */
public final class PassageTexts {
  private final PassageHistory history;
  private final Map<Integer, String> texts = new HashMap<>();
  private int writtenVersion;
  private String written = "";

  private PassageTexts(PassageHistory history) {
    this.history = history;
  }

  /** The exact texts of some passages, by number. */
  public static Map<Integer, String> of(PassageHistory history, int... passages) {
    PassageTexts texts = new PassageTexts(history);
    String[] kept = history.texts();
    if (kept != null) {
      for (int passage : passages) {
        texts.texts.put(passage, kept[passage]);
      }
      return texts.texts;
    }
    BitSet needed = history.withSources(passages);
    for (int p = needed.nextSetBit(0); p >= 0; p = needed.nextSetBit(p + 1)) {
      texts.texts.put(p, texts.text(p));
    }
    return texts.texts;
  }

  /** Has the texts of all passages kept with their history, where they are small enough. */
  static void keepAll(PassageHistory history) {
    if (history.texts() == null && history.canKeepTexts()) {
      forEach(history, (passage, text) -> {});
    }
  }

  /** Gets the text of one passage. */
  public interface Visitor {
    /** Receives each number and exact text, in the order of the numbers. */
    void visit(int passage, String text);
  }

  /** Goes through all passages. */
  public static void forEach(PassageHistory history, Visitor visitor) {
    String[] kept = history.texts();
    if (kept == null && history.canKeepTexts()) {
      kept = new String[history.passageCount()];
      String[] all = kept;
      makeEach(history, (passage, text) -> all[passage] = text);
      history.keep(all);
    }
    if (kept == null) {
      makeEach(history, visitor);
      return;
    }
    for (int passage = 0; passage < kept.length; passage++) {
      visitor.visit(passage, kept[passage]);
    }
  }

  private static void makeEach(PassageHistory history, Visitor visitor) {
    PassageTexts texts = new PassageTexts(history);
    int[] lastUse = new int[history.passageCount()];
    for (int p = 0; p < lastUse.length; p++) {
      for (PassagePiece piece : history.pieces(p)) {
        if (piece.isCopied()) {
          lastUse[piece.source()] = p;
        }
      }
    }
    for (int p = 0; p < lastUse.length; p++) {
      String text = texts.text(p);
      visitor.visit(p, text);
      if (lastUse[p] > p) { // Others are made of it.
        texts.texts.put(p, text);
      }
      for (PassagePiece piece : history.pieces(p)) {
        if (piece.isCopied() && lastUse[piece.source()] == p) {
          texts.texts.remove(piece.source());
        }
      }
    }
  }

  /** The text of a passage whose sources are there. */
  private String text(int passage) {
    List<PassagePiece> pieces = history.pieces(passage);
    int version = history.firstVersion(passage);
    if (version != writtenVersion) {
      written = history.written(version);
      writtenVersion = version;
    }
    int writtenAt = history.writtenStart(passage);
    StringBuilder text = new StringBuilder();
    try {
      for (PassagePiece piece : pieces) {
        if (piece.isCopied()) {
          String source = texts.getOrDefault(piece.source(), "");
          text.append(source, piece.start(), piece.start() + piece.length());
        } else {
          text.append(written, writtenAt, writtenAt + piece.length());
          writtenAt += piece.length();
        }
      }
    } catch (IndexOutOfBoundsException e) {
      throw new BrokenPassagesException("problem.index.passage", passage);
    }
    return text.toString();
  }
}
