package prismq.t.script.versioning.annotate;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.language.Messages;

/** Where a text is from, according to the metadata of its version. */
public enum Source {
  /** A person wrote it. */
  HUMAN("human", "source.human"),
  /** A model wrote it. */
  AI("ai", "common.ai"),
  /** It was imported. */
  IMPORT("import", "source.import"),
  /** The metadata does not say. */
  NOT_SAID(null, "source.not_said");

  private final @Nullable String value;
  private final String titleKey;

  Source(@Nullable String value, String titleKey) {
    this.value = value;
    this.titleKey = titleKey;
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
    return Messages.text(titleKey);
  }

  String cssClass() {
    return "source-" + (value == null ? "not-said" : value);
  }
}
