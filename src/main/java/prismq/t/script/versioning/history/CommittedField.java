package prismq.t.script.versioning.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a version and may have to be erased by law, because it is about a person or
 * leads to one. In this order the salts are kept.
 */
enum CommittedField {
  AUTHOR,
  EMAIL,
  CHANGE_DESCRIPTION,
  METADATA,
  /** The id of a commit is a hash over its author without any salt, and leads to who shows it. */
  SOURCE_KEY;

  /** The names of all, in order. */
  static final List<String> KEYS = Arrays.stream(values()).map(CommittedField::key).toList();

  private static byte @Nullable [] text(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /** Its name in hashes. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its value as bytes; null where it is missing. */
  byte @Nullable [] value(RecordedVersion recorded) {
    Version version = recorded.version();
    return switch (this) {
      case AUTHOR -> text(version.author().name());
      case EMAIL -> text(version.author().email());
      case CHANGE_DESCRIPTION -> text(version.changeDescription());
      case METADATA -> text(version.metadata().json());
      case SOURCE_KEY -> recorded.sourceKey();
    };
  }

  /** Whether it says nothing, as it must once it was erased. */
  boolean isEmpty(RecordedVersion recorded) {
    byte @Nullable [] bytes = value(recorded);
    return bytes == null
        || bytes.length == 0
        || (this == METADATA && recorded.version().metadata().isStructural());
  }
}
