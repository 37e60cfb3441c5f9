package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.passage.PassagePiece.Origination;

/**
 * What a version did to the passages of its first parent, as it is stored.
 *
 * @param parent the version whose passages the hunks change; 0 where all passages were added
 * @param isReadable false where the content of the version cannot be read, so that it has none
 * @param hunks in their order; after the last one all passages stayed
 * @param pieces of each passage that never was before, in the order of their numbers
 */
record PassageChanges(
    int parent, boolean isReadable, List<PassageHunk> hunks, List<List<PassagePiece>> pieces) {
  private static final int ALL_ADDED = 0;
  private static final int NOT_READABLE = 1;

  /** A version whose content cannot be read. */
  static final PassageChanges UNREADABLE = new PassageChanges(0, false, List.of(), List.of());

  /**
   * As bytes: how far back the parent is, plus one (0 where there is none, 1 where the version
   * cannot be read); the number of hunks, and of each how many were kept, how many removed, which,
   * how many added, which; then of each new passage the number of its pieces, and of each piece its
   * length times four plus its origination; where that is not 0, source and start follow. Numbers
   * of passages are told by what follows from the one before, and starts by where the last copy
   * ended.
   *
   * @param version whose changes they are
   * @param firstNew the number of the first new passage
   */
  byte[] encoded(int version, int firstNew) {
    VariableInts.Writer out = new VariableInts.Writer();
    if (!isReadable) {
      out.add(NOT_READABLE);
      return out.bytes();
    }
    out.add(parent == 0 ? ALL_ADDED : version - parent + 1);
    out.add(hunks.size());
    int lastRemoved = -1;
    int lastAdded = firstNew - 1;
    for (PassageHunk hunk : hunks) {
      out.add(hunk.kept());
      lastRemoved = encode(out, hunk.removed(), lastRemoved);
      lastAdded = encode(out, hunk.added(), lastAdded);
    }
    int source = firstNew;
    for (List<PassagePiece> parts : pieces) {
      out.add(parts.size());
      int start = 0;
      for (PassagePiece piece : parts) {
        out.add((piece.length() << 2) | coded(piece.origination()));
        if (!piece.isWritten()) {
          if (piece.source() != source) {
            start = 0;
          }
          out.addSigned(piece.source() - source);
          out.addSigned(piece.start() - start);
          source = piece.source();
          start = piece.start() + piece.length();
        }
      }
    }
    return out.bytes();
  }

  private static int encode(VariableInts.Writer out, int[] passages, int before) {
    out.add(passages.length);
    int last = before;
    for (int passage : passages) {
      out.addSigned(passage - last - 1);
      last = passage;
    }
    return last;
  }

  /**
   * The changes that {@link #encoded} gave.
   *
   * @param count of the new passages
   * @throws BrokenPassagesException where the bytes are others
   */
  static PassageChanges decoded(byte[] bytes, int version, int firstNew, int count) {
    VariableInts.Reader in = new VariableInts.Reader(bytes);
    int back = in.next(version);
    if (back == NOT_READABLE) {
      return UNREADABLE;
    }
    int hunkCount = in.next(bytes.length);
    List<PassageHunk> hunks = new ArrayList<>(hunkCount);
    int lastRemoved = -1;
    int lastAdded = firstNew - 1;
    for (int i = 0; i < hunkCount; i++) {
      int kept = in.next(Integer.MAX_VALUE);
      int[] removed = decode(in, lastRemoved, firstNew, bytes.length);
      int[] added = decode(in, lastAdded, firstNew + count, bytes.length);
      lastRemoved = removed.length == 0 ? lastRemoved : removed[removed.length - 1];
      lastAdded = added.length == 0 ? lastAdded : added[added.length - 1];
      hunks.add(new PassageHunk(kept, removed, added));
    }
    List<List<PassagePiece>> pieces = new ArrayList<>(count);
    int source = firstNew;
    for (int i = 0; i < count; i++) {
      int pieceCount = in.next(bytes.length);
      List<PassagePiece> parts = new ArrayList<>(pieceCount);
      int start = 0;
      for (int j = 0; j < pieceCount; j++) {
        int coded = in.next();
        int length = coded >>> 2;
        Origination origination = origination(coded & 3);
        if (origination == Origination.WRITTEN) {
          parts.add(PassagePiece.written(length));
          continue;
        }
        int next = source + in.nextSigned();
        if (next < 0 || next >= firstNew) {
          throw new BrokenPassagesException("problem.index.later");
        }
        start = (next == source ? start : 0) + in.nextSigned();
        parts.add(new PassagePiece(origination, next, start, length));
        source = next;
        start += length;
      }
      pieces.add(parts);
    }
    if (!in.isAtEnd()) {
      throw new BrokenPassagesException("problem.index.rest");
    }
    return new PassageChanges(back == ALL_ADDED ? 0 : version + 1 - back, true, hunks, pieces);
  }

  private static int coded(Origination origination) {
    return switch (origination) {
      case WRITTEN -> 0;
      case COPIED -> 1;
      case SPELLED_ANEW -> 2;
    };
  }

  private static Origination origination(int coded) {
    return switch (coded) {
      case 0 -> Origination.WRITTEN;
      case 1 -> Origination.COPIED;
      case 2 -> Origination.SPELLED_ANEW;
      default -> throw new BrokenPassagesException("problem.index.piece");
    };
  }

  private static int[] decode(VariableInts.Reader in, int before, int below, int most) {
    int[] passages = new int[in.next(most)];
    int last = before;
    for (int i = 0; i < passages.length; i++) {
      passages[i] = last + 1 + in.nextSigned();
      last = passages[i];
      if (last < 0 || last >= below) {
        throw new BrokenPassagesException("problem.index.no_passage", last);
      }
    }
    return passages;
  }
}
