package prismq.t.script.versioning.transfer.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.CheckedZipEntry;
import prismq.t.script.versioning.files.ZipDirectorySize;
import prismq.t.script.versioning.language.FilledMessage;

/** The parts of a document that is packed as a zip file; only those asked for are unpacked. */
final class DocumentParts {
  /** Longest part that is unpacked, in bytes. */
  private static final long MAX_PART_BYTES = 64L * 1024 * 1024;

  private static final int MAX_PARTS = 20_000;
  private static final int MAX_LIST_BYTES = 8 * 1024 * 1024;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private boolean hasTwins;

  private DocumentParts(ZipFile zip) {
    this.zip = zip;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      @Nullable ZipArchiveEntry twin = entries.put(entry.getName().replace('\\', '/'), entry);
      hasTwins |= twin != null;
    }
  }

  /** Those of a file that stays open; empty if it is no zip file that can be read. */
  static Optional<DocumentParts> of(SeekableByteChannel channel) {
    try {
      Optional<ZipDirectorySize> size = ZipDirectorySize.of(channel);
      if (size.isEmpty()
          || size.get().entries() > MAX_PARTS
          || size.get().listBytes() > MAX_LIST_BYTES) {
        return Optional.empty();
      }
      channel.position(0);
      return Optional.of(
          new DocumentParts(
              ZipFile.builder()
                  .setSeekableByteChannel(channel)
                  .setCharset(StandardCharsets.UTF_8)
                  .setIgnoreLocalFileHeader(true)
                  .get()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The start of a part, one character a byte; empty if there is no such part. */
  String start(String name, int count) {
    if (!has(name)) {
      return "";
    }
    try (InputStream in = open(name)) {
      return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
    } catch (IOException | UnreadableDocumentException e) {
      return "";
    }
  }

  /** Goes through a part; nothing if there is no such part. */
  Optional<DocumentXml> xml(String name) {
    return has(name) ? Optional.of(new DocumentXml(open(name))) : Optional.empty();
  }

  private InputStream open(String name) {
    @Nullable ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      return new ByteArrayInputStream(new byte[0]);
    }
    if (hasTwins) {
      throw new UnreadableDocumentException(FilledMessage.of("office.twins"), null);
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UnreadableDocumentException(FilledMessage.of("office.password"), null);
    }
    if (entry.getSize() > MAX_PART_BYTES) {
      throw new UnreadableDocumentException(
          FilledMessage.of("office.large_part", MAX_PART_BYTES), null);
    }
    try {
      return new CheckedZipEntry(
          zip.getInputStream(entry),
          entry,
          (sentence, cause) ->
              new UnreadableDocumentException(FilledMessage.of("office.damaged"), cause));
    } catch (IOException e) {
      throw new UnreadableDocumentException(FilledMessage.of("office.damaged"), e);
    }
  }
}
