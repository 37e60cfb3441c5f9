package prismq.t.script.versioning.transfer.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.transfer.mediawiki.ExportStart;
import prismq.t.script.versioning.transfer.office.OfficeFormat;

/**
 * How a file begins, which tells what it is; its name may say anything.
 *
 * @param office what kind of document it is, if it is one
 */
record Opening(byte[] bytes, Optional<OfficeFormat> office) {
  private static final int LOOKED_AT = 65_536;
  private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
  private static final int NAME_LENGTH_AT = 26;
  private static final int NAME_AT = 30;

  static Opening of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        SeekableByteChannel whole = Files.newByteChannel(file)) {
      return new Opening(in.readNBytes(LOOKED_AT), OfficeFormat.of(whole));
    }
  }

  boolean isGitBundle() {
    return startsWith("# v2 git bundle\n") || startsWith("# v3 git bundle\n");
  }

  /** Whether it is a zip whose first entry has this name, and one soon after it the other. */
  boolean isZipOf(String firstEntry, String nextEntry) {
    // As many characters as bytes.
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    return startsWith(ZIP_ENTRY)
        && start.startsWith(firstEntry, NAME_AT)
        && bytes[NAME_LENGTH_AT] == firstEntry.length()
        && bytes[NAME_LENGTH_AT + 1] == 0
        && start.indexOf(nextEntry, NAME_AT + firstEntry.length()) > 0;
  }

  /** Whether it is a zip, and no document that is packed as one. */
  boolean isZip() {
    return startsWith(ZIP_ENTRY) && office.isEmpty();
  }

  boolean isSqlite() {
    return startsWith("SQLite format 3\0");
  }

  /** Whether it is an export of MediaWiki, packed or not. */
  boolean isMediaWiki() {
    return ExportStart.isExport(bytes);
  }

  /** Whether it is JSON with a word in it, which tells such files from other JSON. */
  boolean isJsonWith(String word) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return (text.startsWith("{") || text.startsWith("[")) && text.contains(word);
  }

  /** Whether it is a text in some encoding, or a document whose text can be read. */
  boolean isDraft() {
    return office
        .map(OfficeFormat::isRead)
        .orElseGet(() -> EncodingGuess.ofText(bytes).isPresent());
  }

  private boolean startsWith(String start) {
    return startsWith(start.getBytes(StandardCharsets.US_ASCII));
  }

  private boolean startsWith(byte[] start) {
    return Arrays.equals(Arrays.copyOf(bytes, start.length), start);
  }
}
