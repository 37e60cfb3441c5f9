package prismq.t.script.versioning.transfer.mediawiki;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** How a file is packed, as its first bytes tell. */
enum Packing {
  NONE,
  GZIP(0x1F, 0x8B),
  BZIP2('B', 'Z', 'h'),
  XZ(0xFD, '7', 'z', 'X', 'Z', 0),
  ZSTANDARD(0x28, 0xB5, 0x2F, 0xFD),
  SEVEN_ZIP('7', 'z', 0xBC, 0xAF, 0x27, 0x1C),
  ZIP('P', 'K', 3, 4);

  /** Enough for what xz -9 and 7z -mx=9 make; a file that asks for more is refused. */
  private static final int MAX_MEMORY_KIB = 128 * 1024;

  /** The window of zstd --long, and of all that it makes without being asked for longer ones. */
  private static final int MAX_ZSTANDARD_WINDOW_LOG = 27;

  private static final int BUFFER_BYTES = 65_536;

  private static final int LOOKED_AT = 8;

  /** A character for each byte. */
  private final String start;

  Packing(int... start) {
    this.start = new String(start, 0, start.length);
  }

  /** The packing of a file that begins so. */
  static Packing of(byte[] beginning) {
    return Arrays.stream(values())
        .filter(packing -> packing != NONE && packing.begins(Arrays.copyOf(beginning, LOOKED_AT)))
        .findFirst()
        .orElse(NONE);
  }

  private boolean begins(byte[] beginning) {
    return new String(beginning, StandardCharsets.ISO_8859_1).startsWith(start);
  }

  /**
   * What was packed.
   *
   * @param packed the whole file
   * @param channel of the file, at its start
   */
  InputStream unpacked(InputStream packed, FileChannel channel, Path file) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GZIPInputStream(packed, BUFFER_BYTES);
      case BZIP2 -> new BZip2CompressorInputStream(packed, true);
      case XZ -> new XZInputStream(packed, MAX_MEMORY_KIB);
      case ZSTANDARD -> new ZstdInputStream(packed).setLongMax(MAX_ZSTANDARD_WINDOW_LOG);
      case SEVEN_ZIP -> onlyFile(channel.position(0), file);
      case ZIP -> throw new ImportException(FilledMessage.of("import.wiki.zip", file));
    };
  }

  private static InputStream onlyFile(FileChannel channel, Path file) throws IOException {
    SevenZFile archive =
        SevenZFile.builder()
            .setSeekableByteChannel(channel)
            .setMaxMemoryLimitKiB(MAX_MEMORY_KIB)
            .get();
    @Nullable SevenZArchiveEntry entry = null;
    for (SevenZArchiveEntry one : archive.getEntries()) {
      if (!one.isDirectory()) {
        if (entry != null) {
          throw new ImportException(FilledMessage.of("import.wiki.several_files", file));
        }
        entry = one;
      }
    }
    if (entry == null) {
      throw new ImportException(FilledMessage.of("import.wiki.no_file", file));
    }
    return archive.getInputStream(entry);
  }

  /** Why something cannot be unpacked, as a part of a sentence. */
  static FilledMessage whyNot(IOException failure) {
    boolean isTooLarge =
        failure instanceof MemoryLimitException
            || failure instanceof org.tukaani.xz.MemoryLimitException
            || (failure instanceof ZstdIOException zstandard
                && zstandard.getErrorCode() == Zstd.errFrameParameterWindowTooLarge());
    return isTooLarge
        ? FilledMessage.of("import.wiki.memory")
        : FilledMessage.of("import.wiki.packing");
  }
}
