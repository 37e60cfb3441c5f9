package prismq.t.script.versioning.demo;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Author;

/** Who writes the demo's scripts: roles, not people. */
enum DemoAuthor {
  DRAFT_WRITER("Draft writer (AI)", "draft-writer-2"),
  REVIEW("Review (AI)", "script-review-1"),
  SCRIPT_EDITOR("Script editor", null),
  PRODUCER("Producer", null);

  private final String authorName;
  private final @Nullable String model;

  DemoAuthor(String authorName, @Nullable String model) {
    this.authorName = authorName;
    this.model = model;
  }

  Author author() {
    return Author.named(authorName);
  }

  /** The name of the model that writes; null for a human. */
  @Nullable String model() {
    return model;
  }
}
