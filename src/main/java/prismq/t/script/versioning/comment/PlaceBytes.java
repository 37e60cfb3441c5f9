package prismq.t.script.versioning.comment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.ByteRange;

/** Places of threads as bytes: a few for each thread. */
final class PlaceBytes {
  private static final int NOWHERE = -1;

  private PlaceBytes() {}

  static byte[] of(Map<Long, Placement> places) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(places.size());
      for (Map.Entry<Long, Placement> place : places.entrySet()) {
        @Nullable ByteRange range = place.getValue().bytes();
        out.writeLong(place.getKey());
        out.writeUTF(place.getValue().state().name());
        out.writeInt(range == null ? NOWHERE : range.start());
        out.writeInt(range == null ? NOWHERE : range.end());
        out.writeInt(place.getValue().goneIn());
        out.writeBoolean(place.getValue().isGuess());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Map<Long, Placement> read(byte[] bytes) {
    Map<Long, Placement> places = new HashMap<>();
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      for (int left = in.readInt(); left > 0; left--) {
        long thread = in.readLong();
        AnchorState state = AnchorState.valueOf(in.readUTF());
        int start = in.readInt();
        int end = in.readInt();
        @Nullable ByteRange range = start == NOWHERE ? null : new ByteRange(start, end);
        places.put(thread, new Placement(state, range, in.readInt(), in.readBoolean()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return places;
  }
}
