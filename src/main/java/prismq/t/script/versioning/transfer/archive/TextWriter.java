package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the texts of an archive: of each text only what the texts before it do not have yet, and
 * tells of which pieces it is made. Texts repeat each other over more than the 32 kB that a zip's
 * compression looks back, so it would not find that by itself.
 */
final class TextWriter {
  /** Shorter pieces cost more to name than to repeat. */
  private static final int MIN_PIECE_BYTES = 32;

  /** A text that would be cut into more is written whole again: fewer pieces are read faster. */
  private static final int BYTES_PER_PIECE = 4 * ArchiveFormat.BYTES_PER_PIECE;

  /** How much of the text written last is searched, in bytes. */
  private static final int WINDOW = 16 * 1024 * 1024;

  private final OutputStream out;
  private final LikeText window = new LikeText(18);
  private final LikeText before = new LikeText(13);
  private PieceList piecesBefore = new PieceList();
  private PieceList pieces = new PieceList();
  private long windowStart;

  TextWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes what is new of a text.
   *
   * @return the pieces it is made of; valid until the next text is written
   */
  PieceList write(byte[] text) throws IOException {
    if (window.used() + text.length > WINDOW) {
      // Starts anew, so that memory stays the same however much is written.
      windowStart += window.used();
      window.clear();
    }
    find(text);
    if (pieces.size() > text.length / BYTES_PER_PIECE + ArchiveFormat.BYTES_PER_PIECE) {
      pieces.clear();
      pieces.add(windowStart + window.used(), text.length);
      addNew(text, 0, text.length);
    } else {
      addNew(text);
    }
    PieceList written = pieces;
    pieces = piecesBefore;
    piecesBefore = written;
    before.clear();
    before.add(text, 0, text.length);
    return written;
  }

  /** Cuts a text into pieces of earlier texts, the previous one first, and into what is new. */
  private void find(byte[] text) {
    pieces.clear();
    long end = windowStart + window.used();
    int done = 0;
    int at = 0;
    while (at < text.length) {
      boolean isAnchor = LikeText.isAnchor(text, at);
      boolean isOfBefore = isAnchor && before.find(text, at, done, MIN_PIECE_BYTES);
      LikeText like = isOfBefore ? before : window;
      if (!isOfBefore && !(isAnchor && window.find(text, at, done, MIN_PIECE_BYTES))) {
        at++;
        continue;
      }
      int start = at - like.foundBefore();
      pieces.add(end, start - done);
      end += start - done;
      if (isOfBefore) {
        pieces.addPart(piecesBefore, like.found(), like.foundLength());
      } else {
        pieces.add(windowStart + like.found(), like.foundLength());
      }
      done = start + like.foundLength();
      at = done;
    }
    pieces.add(end, text.length - done);
  }

  /** Writes the pieces that lie beyond what was written so far. */
  private void addNew(byte[] text) throws IOException {
    long end = windowStart + window.used();
    int at = 0;
    for (int piece = 0; piece < pieces.size(); piece++) {
      int length = pieces.length(piece);
      if (pieces.offset(piece) + length > end) {
        int known = (int) Math.max(0, end - pieces.offset(piece));
        addNew(text, at + known, length - known);
        end += length - known;
      }
      at += length;
    }
  }

  private void addNew(byte[] text, int start, int length) throws IOException {
    out.write(text, start, length);
    window.add(text, start, length);
  }
}
