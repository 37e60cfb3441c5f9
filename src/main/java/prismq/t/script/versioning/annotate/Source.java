package prismq.t.script.versioning.annotate;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Metadata;

/** Where a text is from, according to the metadata of its version. */
public enum Source {
  /** A person wrote it. */
  HUMAN("human", "Human"),
  /** A model wrote it. */
  AI("ai", "AI"),
  /** It was imported. */
  IMPORT("import", "Import"),
  /** The metadata does not say. */
  NOT_SAID(null, "Not said");

  private final @Nullable String value;
  private final String title;

  Source(@Nullable String value, String title) {
    this.value = value;
    this.title = title;
  }

  /** The source that the metadata names. */
  public static Source of(Metadata metadata) {
    for (Source source : values()) {
      if (source.value != null && source.value.equals(metadata.source())) {
        return source;
      }
    }
    return NOT_SAID;
  }

  /** Its value in the metadata; null if that does not say. */
  public @Nullable String value() {
    return value;
  }

  /** Its name on pages. */
  public String title() {
    return title;
  }

  String cssClass() {
    return "source-" + (value == null ? "not-said" : value);
  }
}
