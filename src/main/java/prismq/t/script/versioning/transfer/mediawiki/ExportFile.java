package prismq.t.script.versioning.transfer.mediawiki;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import prismq.t.script.versioning.transfer.imports.ImportException;

/** A file with XML in it, plain or packed by gzip or bzip2, as its first bytes tell. */
final class ExportFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;
  private static final int START_BYTES = 6;

  private final FileChannel channel;
  private final long size;
  private final InputStream content;

  ExportFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ImportException(
          Files.exists(file)
              ? file + " is not a file. Nothing was imported."
              : "There is no file " + file + ". Nothing was imported.");
    }
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      this.size = channel.size();
      this.content = unpacked(file);
    } catch (IOException e) {
      channel.close();
      throw new ImportException(
          file + " cannot be unpacked: it is broken. Nothing was imported.", e);
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private InputStream unpacked(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
    in.mark(START_BYTES);
    byte[] start = in.readNBytes(START_BYTES);
    in.reset();
    if (startsWith(start, 0x1F, 0x8B)) {
      return new GZIPInputStream(in, BUFFER_BYTES);
    }
    if (startsWith(start, 'B', 'Z', 'h')) {
      return new BZip2CompressorInputStream(in, true);
    }
    if (startsWith(start, '7', 'z', 0xBC, 0xAF) || startsWith(start, 'P', 'K', 3, 4)) {
      throw new ImportException(
          file
              + " is packed by 7-Zip or as a zip file. Nothing was imported; unpack it first: XML as"
              + " it is, .gz and .bz2 are read.");
    }
    return in;
  }

  private static boolean startsWith(byte[] start, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (start.length <= i || (start[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The XML. */
  InputStream content() {
    return content;
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
