package prismq.t.script.versioning.transfer.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;

/** Goes through the fields of untrusted JSON Lines; errors name their line. */
final class JsonCursor implements AutoCloseable {
  private static final int MAX_STRING_LENGTH = 202_000;
  private static final int MAX_FIELDS = 50;
  private static final int HASH_BYTES = 32;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxStringLength(MAX_STRING_LENGTH)
                  .maxNameLength(100)
                  .maxNumberLength(20)
                  .build())
          // Names of untrusted files must not fill the parser's table of names.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final String entry;
  private final JsonParser json;
  private int record;

  /**
   * Starts before the first record.
   *
   * @param entry the part of the archive, for messages
   */
  JsonCursor(String entry, InputStream in) throws IOException {
    this.entry = entry;
    this.json = JSON.createParser(in).enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  /** Reads a record of which the start was read. */
  interface RecordSource<T> {
    /** Reads it to its end. */
    T read() throws IOException;
  }

  /** Reads the next record; null after the last. */
  <T> @Nullable T next(RecordSource<T> reading) throws IOException {
    record++;
    try {
      JsonToken token = json.nextToken();
      if (token == null) {
        return null;
      }
      expect(token == JsonToken.START_OBJECT, "import.json.no_object");
      return reading.read();
    } catch (JsonProcessingException e) {
      throw broken("import.json.wrong", firstLine(e));
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return OneLine.plain(e.getOriginalMessage().lines().findFirst().orElse(""));
  }

  BrokenArchiveException broken(String key, @Nullable Object... values) {
    return new BrokenArchiveException(
        FilledMessage.of("import.json.line", record, entry, FilledMessage.of(key, values)));
  }

  /** Refuses the archive unless something holds; otherwise is the key of what to say. */
  void expect(boolean isSo, String otherwise, @Nullable Object... values) {
    if (!isSo) {
      throw broken(otherwise, values);
    }
  }

  @Nullable JsonToken token() {
    return json.currentToken();
  }

  @Nullable JsonToken nextToken() throws IOException {
    return json.nextToken();
  }

  void skipChildren() throws IOException {
    json.skipChildren();
  }

  /** The fields of the object whose start was read. */
  Fields fields() {
    return new Fields();
  }

  /** The fields of the object that is read, none of them twice. */
  final class Fields {
    private final Set<String> seen = new HashSet<>();
    private String name = "";

    String name() {
      return name;
    }

    /** Goes to the next field; false at the end of the object. */
    boolean next() throws IOException {
      if (json.nextToken() != JsonToken.FIELD_NAME) {
        expect(json.currentToken() == JsonToken.END_OBJECT, "import.json.object_end");
        return false;
      }
      name = json.currentName();
      if (!seen.add(name)) {
        throw broken("import.json.twice", shown(name));
      }
      expect(seen.size() <= MAX_FIELDS, "import.json.many_fields");
      json.nextToken();
      return true;
    }
  }

  BrokenArchiveException unknown(String name) {
    return broken("import.json.unknown", shown(name));
  }

  /** A name for a message, whatever is in it. */
  private static String shown(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "?");
  }

  <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw broken("import.json.lacks", name);
    }
    return value;
  }

  String text() throws IOException {
    expect(json.currentToken() == JsonToken.VALUE_STRING, "import.json.text");
    return json.getText();
  }

  /** A text, a whole number or a truth value. */
  Object value() throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return longNumber();
    }
    return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE
        ? (Object) json.getBooleanValue()
        : text();
  }

  /** The number of the record that is read, from 1. */
  int record() {
    return record;
  }

  int number() throws IOException {
    long number = longNumber();
    expect(number == (int) number, "import.json.large_number");
    return (int) number;
  }

  long longNumber() throws IOException {
    expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "import.json.whole_number");
    return json.getLongValue();
  }

  Instant time() throws IOException {
    return Instant.ofEpochMilli(longNumber());
  }

  byte[] hex() throws IOException {
    try {
      return HexFormat.of().parseHex(text());
    } catch (IllegalArgumentException e) {
      throw broken("import.json.digits");
    }
  }

  ContentHash hash(String name, byte @Nullable [] digest) {
    byte[] bytes = required(name, digest);
    expect(bytes.length == HASH_BYTES, "import.json.hash", name);
    return ContentHash.ofDigest(bytes);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
