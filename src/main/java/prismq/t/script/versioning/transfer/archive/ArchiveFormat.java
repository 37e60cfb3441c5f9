package prismq.t.script.versioning.transfer.archive;

import java.util.List;

/** What an archive is made of; the help on export describes it for other programs. */
final class ArchiveFormat {
  static final String NAME = "script-versioning archive";

  /** With reviews. */
  static final int VERSION = 3;

  /** Had no reviews; what has none is still written so, for earlier releases. */
  static final int VERSION_WITHOUT_REVIEWS = 2;

  /** Had no version hashes of format 2, and is else the same. */
  static final int EARLIEST_VERSION = 1;

  static final String MANIFEST = "manifest.json";
  static final String SCRIPTS = "scripts.jsonl";
  static final String TEXTS = "texts";
  static final String VERSIONS = "versions.jsonl";

  /** Only where there is anything to tell. */
  static final String REVIEWS = "reviews.jsonl";

  /** In the order they are written; the reviews follow. */
  static final List<String> ENTRIES = List.of(MANIFEST, SCRIPTS, TEXTS, VERSIONS);

  /** Limits the pieces of a text: one for so many bytes, and so many more. */
  static final int BYTES_PER_PIECE = 16;

  private ArchiveFormat() {}
}
