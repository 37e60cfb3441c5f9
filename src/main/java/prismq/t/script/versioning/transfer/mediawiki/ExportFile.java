package prismq.t.script.versioning.transfer.mediawiki;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** A file with XML in it, plain or packed. */
final class ExportFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;
  private static final int START_BYTES = 16;

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private final Packing packing;
  private final InputStream content;

  /**
   * Opens it.
   *
   * @param maxUnpacked bytes of XML that are read at most
   */
  ExportFile(Path file, long maxUnpacked) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ImportException(
          Files.exists(file)
              ? file + " is not a file. Nothing was imported."
              : "There is no file " + file + ". Nothing was imported.");
    }
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      this.size = channel.size();
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
      in.mark(START_BYTES);
      this.packing = Packing.of(in.readNBytes(START_BYTES));
      in.reset();
      this.content = new BoundedInput(packing.unpacked(in, channel, file), maxUnpacked);
    } catch (IOException e) {
      channel.close();
      throw new ImportException(
          file + " cannot be unpacked: " + Packing.whyNot(e) + ". Nothing was imported.", e);
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The XML. */
  InputStream content() {
    return content;
  }

  /** Why the reading ended too early, as a part of a sentence. */
  String reason(IOException failure) {
    if (failure instanceof UnpackedTooLargeException) {
      return String.valueOf(failure.getMessage());
    }
    return packing == Packing.NONE
        ? "the disk could not be read"
        : "it is packed, and " + Packing.whyNot(failure);
  }

  /**
   * Says that there is no XML in it, as a sentence.
   *
   * @param failure why the reading ended too early; null if it did not
   */
  String notXml(@Nullable IOException failure) {
    if (failure != null) {
      return file + " cannot be read: " + reason(failure) + ".";
    }
    return file
        + (packing == Packing.NONE
            ? " cannot be read as XML: it does not begin as XML does. XML is read as it is, or"
                + " packed as .gz, .bz2, .xz, .zst or .7z."
            : " is packed, and what is in it cannot be read as XML. If it is something else, unpack it"
                + " first.");
  }

  /** How much of the file was read, from 0 to 1. */
  double readShare() throws IOException {
    return size == 0 ? 1 : Math.min(1, (double) channel.position() / size);
  }

  @Override
  public void close() throws IOException {
    try {
      content.close();
    } finally {
      channel.close();
    }
  }
}
