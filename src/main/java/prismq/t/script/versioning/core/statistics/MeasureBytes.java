package prismq.t.script.versioning.core.statistics;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The measures of versions as bytes. Versions that follow each other have most scenes in common, so
 * that many together take little more than one.
 */
public final class MeasureBytes {
  /** Another one for each way to measure or to write, so that older bytes are measured anew. */
  private static final int FORMAT = 1;

  private static final int LEVEL = 9;
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private MeasureBytes() {}

  /** The measures of versions by their numbers. */
  public static byte[] of(SortedMap<Integer, TextMeasure> measures) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      new MeasureWriter(out).write(measures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Zstd.compress(bytes.toByteArray(), LEVEL);
  }

  /** What {@link #of} made them of; nothing of bytes of another format, or of damaged ones. */
  public static SortedMap<Integer, TextMeasure> read(byte[] bytes) {
    try {
      long size = bytes.length == 0 ? -1 : Zstd.getFrameContentSize(bytes);
      if (size < 1 || size > MOST_BYTES) {
        return new TreeMap<>();
      }
      byte[] plain = Zstd.decompress(bytes, (int) size);
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
        return in.readByte() == FORMAT ? new MeasureReader(in).read() : new TreeMap<>();
      }
    } catch (IOException | ZstdException | IllegalArgumentException e) {
      // They are measured again.
      return new TreeMap<>();
    }
  }

  private static final class MeasureWriter {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    MeasureWriter(DataOutputStream out) {
      this.out = out;
    }

    void write(SortedMap<Integer, TextMeasure> measures) throws IOException {
      number(measures.size());
      for (Map.Entry<Integer, TextMeasure> measure : measures.entrySet()) {
        number(measure.getKey());
        number(measure.getValue().scenes().size());
        for (SceneLength scene : measure.getValue().scenes()) {
          text(scene.number());
          text(scene.heading());
          number(scene.words());
          number(scene.eighths() == null ? 0 : scene.eighths() + 1);
        }
        number(measure.getValue().characters().size());
        for (CharacterLength character : measure.getValue().characters()) {
          text(character.name());
          number(character.words());
          number(character.lines());
          number(character.speeches());
          number(character.scenes());
          number(character.pageLines());
        }
      }
    }

    /** In as few bytes as it needs, seven bits a byte. */
    private void number(int number) throws IOException {
      int rest = number;
      while ((rest & ~0x7F) != 0) {
        out.writeByte((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out.writeByte(rest);
    }

    /** As the number of a text that was there before, or as one more. */
    private void text(String text) throws IOException {
      Integer known = texts.putIfAbsent(text, texts.size());
      if (known == null) {
        number(texts.size() - 1);
        out.writeUTF(text);
      } else {
        number(known);
      }
    }
  }

  private static final class MeasureReader {
    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    MeasureReader(DataInputStream in) {
      this.in = in;
    }

    SortedMap<Integer, TextMeasure> read() throws IOException {
      SortedMap<Integer, TextMeasure> measures = new TreeMap<>();
      for (int left = number(); left > 0; left--) {
        int version = number();
        List<SceneLength> scenes = new ArrayList<>();
        for (int scene = number(); scene > 0; scene--) {
          String number = text();
          String heading = text();
          int words = number();
          int eighths = number();
          scenes.add(new SceneLength(number, heading, words, eighths == 0 ? null : eighths - 1));
        }
        List<CharacterLength> characters = new ArrayList<>();
        for (int character = number(); character > 0; character--) {
          String name = text();
          characters.add(
              new CharacterLength(name, number(), number(), number(), number(), number()));
        }
        measures.put(version, new TextMeasure(List.copyOf(scenes), List.copyOf(characters)));
      }
      return measures;
    }

    private int number() throws IOException {
      int number = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        byte value = in.readByte();
        number |= (value & 0x7F) << shift;
        if (value >= 0) {
          return number;
        }
      }
      throw new IOException("a number without an end");
    }

    private String text() throws IOException {
      int place = number();
      if (place == texts.size()) {
        texts.add(in.readUTF());
      }
      if (place < 0 || place >= texts.size()) {
        throw new IOException("a text that is not there");
      }
      return texts.get(place);
    }
  }
}
