package prismq.t.script.versioning.transfer.prismq;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/**
 * The objects of a review history in JSON: an array of them, an object with such an array, or one
 * after the other (JSON Lines). They are stored in a temporary file, so that they can be read in
 * the order of their versions with only one in memory.
 */
final class ReviewHistory implements AutoCloseable {
  private static final int MAX_DEPTH = 50;
  private static final int MIN_STRING_LIMIT = 65_536;
  private static final int MAX_VALUES = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RandomAccessFile file;
  private final List<StoredItem> entries;

  /**
   * Where an object lies.
   *
   * @param position in the order of the source, from 1
   */
  private record StoredItem(int number, int position, long offset, int length) {}

  /**
   * An object of a version.
   *
   * @param number PrismQ's number of the version
   */
  record HistoryItem(int number, ObjectNode values) {}

  private ReviewHistory(RandomAccessFile file, List<StoredItem> entries) {
    this.file = file;
    this.entries = entries;
  }

  /**
   * Reads a file up to its end, or to where it stops being JSON.
   *
   * @param longest text accepted, in bytes
   * @param folder for the file of its own
   * @param summary receives what cannot be read, and why
   */
  static ReviewHistory read(Path source, int longest, Path folder, ImportSummary summary)
      throws IOException {
    Path target = folder.resolve("objects.json");
    Scan reading;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      reading = new Scan(source, Math.max(longest, MIN_STRING_LIMIT), out, summary);
      reading.read();
    }
    reading.entries.sort(Comparator.comparingInt(StoredItem::number));
    return new ReviewHistory(new RandomAccessFile(target.toFile(), "r"), reading.entries);
  }

  /** Number of objects that have a version. */
  int size() {
    return entries.size();
  }

  /** An object, counted from 0 in the order of their versions. */
  HistoryItem item(int index) throws IOException {
    StoredItem entry = entries.get(index);
    byte[] bytes = new byte[entry.length];
    file.seek(entry.offset);
    file.readFully(bytes);
    return new HistoryItem(entry.number, (ObjectNode) JSON.readTree(bytes));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** One pass over the source. */
  private static final class Scan {
    private final Path source;
    private final int longest;
    private final OutputStream out;
    private final ImportSummary summary;
    private final List<StoredItem> entries = new ArrayList<>();
    private long offset;
    private int position;

    /** What of the object that is being read may still be kept. */
    private long charactersLeft;

    private int valuesLeft;

    Scan(Path source, int longest, OutputStream out, ImportSummary summary) {
      this.source = source;
      this.longest = longest;
      this.out = out;
      this.summary = summary;
    }

    private void leftOut(FilledMessage where, FilledMessage why) {
      summary.leftOut(String.valueOf(source.getFileName()), where, why);
    }

    void read() throws IOException {
      JsonFactory factory =
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxStringLength(longest)
                      .build())
              .build();
      try (JsonParser parser = factory.createParser(source.toFile())) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.START_ARRAY) {
            readVersions(parser);
          } else {
            readRoot(parser);
          }
        }
      } catch (JsonProcessingException e) {
        var place = e.getLocation();
        summary.brokenOff(
            FilledMessage.of(
                "remark.prismq.no_json"
                    + (place == null ? "" : "_from")
                    + (e instanceof StreamConstraintsException ? "_too_long" : ""),
                place == null ? "" : place.getLineNr(),
                place == null ? "" : place.getColumnNr()));
      }
    }

    private void readVersions(JsonParser parser) throws IOException {
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
        take(readWhole(parser));
      }
    }

    private @Nullable JsonNode readWhole(JsonParser parser) throws IOException {
      charactersLeft = 2L * longest;
      valuesLeft = MAX_VALUES;
      return value(parser);
    }

    /** Reads a version, or what has versions in it. */
    private void readRoot(JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        take(readWhole(parser));
        return;
      }
      charactersLeft = 2L * longest;
      valuesLeft = MAX_VALUES;
      ObjectNode object = NODES.objectNode();
      boolean hadVersions = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (parser.currentToken() == JsonToken.START_ARRAY && !isVersion(object)) {
          hadVersions |= readArray(parser, name, object);
        } else {
          keep(object, name, value(parser));
        }
      }
      if (!hadVersions || isVersion(object)) {
        take(object);
      }
    }

    /** Whether the array was one of versions; what else it has goes to the object. */
    private boolean readArray(JsonParser parser, String name, ObjectNode object)
        throws IOException {
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        return !name.equals("changes_from_previous");
      }
      JsonNode first = value(parser);
      if (first != null && isVersion(first)) {
        take(first);
        readVersions(parser);
        return true;
      }
      ArrayNode array = NODES.arrayNode();
      while (true) {
        if (first != null) {
          array.add(first);
        }
        if (parser.nextToken() == JsonToken.END_ARRAY) {
          break;
        }
        first = value(parser);
      }
      keep(object, name, array);
      return false;
    }

    private static boolean isVersion(JsonNode node) {
      return node.has("script_text") || node.has("version_number");
    }

    /** The value that starts here; null if the object has more than can be kept. */
    private @Nullable JsonNode value(JsonParser parser) throws IOException {
      valuesLeft--;
      switch (parser.currentToken()) {
        case START_OBJECT -> {
          ObjectNode object = NODES.objectNode();
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            keep(object, name, value(parser));
          }
          return object;
        }
        case START_ARRAY -> {
          ArrayNode array = NODES.arrayNode();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode element = value(parser);
            if (element != null) {
              array.add(element);
            }
          }
          return array;
        }
        default -> {
          if (valuesLeft < 0 || charactersLeft < 0) {
            return null;
          }
          JsonNode scalar = JSON.readTree(parser);
          charactersLeft -= scalar.isTextual() ? scalar.textValue().length() : 1;
          return charactersLeft < 0 ? null : scalar;
        }
      }
    }

    private void keep(ObjectNode object, String name, @Nullable JsonNode value) {
      charactersLeft -= name.length();
      if (value != null && valuesLeft >= 0 && charactersLeft >= 0) {
        object.set(name, value);
      }
    }

    private void take(@Nullable JsonNode node) throws IOException {
      position++;
      FilledMessage where = ImportSummary.place("object", position);
      if (valuesLeft < 0 || charactersLeft < 0) {
        leftOut(where, FilledMessage.of("remark.prismq.many_values"));
        return;
      }
      if (!(node instanceof ObjectNode object)) {
        leftOut(where, FilledMessage.of("remark.prismq.no_object"));
        return;
      }
      JsonNode number = object.get("version_number");
      if (number == null || !number.canConvertToInt() || !number.canConvertToExactIntegral()) {
        leftOut(where, FilledMessage.of("remark.prismq.bad_number"));
        return;
      }
      if (number.intValue() < 0) {
        leftOut(where, FilledMessage.of("remark.prismq.negative_number"));
        return;
      }
      byte[] bytes = JSON.writeValueAsBytes(object);
      out.write(bytes);
      entries.add(new StoredItem(number.intValue(), position, offset, bytes.length));
      offset += bytes.length;
    }
  }
}
