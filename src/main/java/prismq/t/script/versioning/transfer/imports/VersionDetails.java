package prismq.t.script.versioning.transfer.imports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;

/** Fits the facts of one version to our rules, and reports what was changed. */
public final class VersionDetails {
  private static final int MAX_REMARK_LENGTH = 60;
  private static final Instant MIN_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private final ImportContext context;
  private final String what;
  private final Object where;

  /**
   * Tells the summary of this context.
   *
   * @param what the script or file, as its user knows it
   * @param where the version in its source, as in {@link ImportSummary#leftOut}
   */
  public VersionDetails(ImportContext context, String what, Object where) {
    this.context = context;
    this.what = what;
    this.where = where;
  }

  /** The text; null, and reported, if it is none or too large. */
  public @Nullable ScriptText content(byte[] bytes) {
    if (bytes.length > context.sizeLimit()) {
      tooLarge();
      return null;
    }
    try {
      return ScriptText.of(bytes);
    } catch (NotTextException e) {
      leftOut(FilledMessage.of("remark.no_text"));
      return null;
    }
  }

  /** Tells that the version is left out because of its size. */
  public void tooLarge() {
    leftOut(overLimit(context.sizeLimit()));
  }

  /** What is said of a text that is longer than this many bytes. */
  public static FilledMessage overLimit(int sizeLimit) {
    return FilledMessage.of("remark.too_large", sizeLimit);
  }

  /** An author of this name, or of the other if it is empty. */
  public Author author(String name, String otherwise) {
    String line = PlainText.line(name, Author.MAX_NAME);
    if (line.isEmpty()) {
      return Author.named(otherwise);
    }
    if (!line.equals(name.strip())) {
      changed(FilledMessage.of("remark.author_cleaned", line));
    }
    return Author.named(line);
  }

  /**
   * When it was written, or the time of the import if that cannot be.
   *
   * @param written null if it cannot be read
   * @param given as it stands in the source
   */
  public Instant createdAt(@Nullable Instant written, String given) {
    Instant now = context.clock().instant();
    if (written == null || written.isBefore(MIN_TIME)) {
      changed(
          given.isEmpty()
              ? FilledMessage.of("remark.no_date")
              : FilledMessage.of("remark.bad_date", inRemark(given)));
      return now;
    }
    if (written.isAfter(now)) {
      changed(FilledMessage.of("remark.future"));
      return now;
    }
    return written;
  }

  /** The change description, as much of it as is kept. */
  public String changeDescription(String description) {
    String message = PlainText.message(description);
    if (message.length() > Version.MAX_CHANGE_DESCRIPTION) {
      changed(FilledMessage.of("remark.description_cut", Version.MAX_CHANGE_DESCRIPTION));
    }
    return PlainText.cut(message, Version.MAX_CHANGE_DESCRIPTION);
  }

  /** The metadata, as much of it as is kept. */
  public Metadata metadata(Map<String, ?> values) {
    FittedMetadata fitted = FittedMetadata.of(cleaned(values));
    if (fitted.longestText() != FittedMetadata.WHOLE) {
      changed(FilledMessage.of("remark.metadata_cut", Metadata.MAX_JSON));
    }
    return fitted.metadata();
  }

  private Map<String, Object> cleaned(Map<?, ?> values) {
    Map<String, Object> cleaned = new LinkedHashMap<>();
    values.forEach((key, value) -> cleaned.put(cleaned(String.valueOf(key)), cleanedValue(value)));
    return cleaned;
  }

  private @Nullable Object cleanedValue(@Nullable Object value) {
    if (value instanceof String text) {
      return cleaned(text);
    }
    if (value instanceof Map<?, ?> map) {
      return cleaned(map);
    }
    return value instanceof List<?> list ? list.stream().map(this::cleanedValue).toList() : value;
  }

  private String cleaned(String text) {
    String clean = PlainText.message(text);
    if (clean.indexOf('\uFFFD') >= 0 && !clean.equals(text)) {
      changed(FilledMessage.of("remark.metadata_replaced"));
    }
    return clean.equals(text) ? text : clean;
  }

  /** The start of what stands in the source, fit for a remark. */
  public static String inRemark(String given) {
    return PlainText.line(given, MAX_REMARK_LENGTH);
  }

  /** It is in an encoding that was chosen or is told by its source. */
  public void encoding(FilledMessage how) {
    context.summary().encoding(this.what, where, how);
  }

  /** Something about it is not told by its source, and was guessed. */
  public void guessed(FilledMessage what) {
    context.summary().guessed(this.what, where, what);
  }

  /** It was imported with changes. */
  public void changed(FilledMessage why) {
    context.summary().changed(what, where, why);
  }

  /** It was not imported. */
  public void leftOut(FilledMessage why) {
    context.summary().leftOut(what, where, why);
  }
}
