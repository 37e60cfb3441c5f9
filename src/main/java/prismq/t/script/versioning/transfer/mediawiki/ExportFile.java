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
import prismq.t.script.versioning.language.FilledMessage;
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
          FilledMessage.of(Files.exists(file) ? "import.not_a_file" : "import.no_file", file));
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
          FilledMessage.of("import.wiki.not_unpacked", file, Packing.whyNot(e)), e);
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
  FilledMessage reason(IOException failure) {
    if (failure instanceof UnpackedTooLargeException tooLarge) {
      return tooLarge.why();
    }
    return packing == Packing.NONE
        ? FilledMessage.of("import.wiki.disk")
        : FilledMessage.of("import.wiki.packed", Packing.whyNot(failure));
  }

  /**
   * Says that there is no XML in it, and that nothing was imported, in sentences.
   *
   * @param failure why the reading ended too early; null if it did not
   */
  FilledMessage notXml(@Nullable IOException failure) {
    if (failure != null) {
      return FilledMessage.of("import.wiki.unreadable", file, reason(failure));
    }
    return FilledMessage.of(
        packing == Packing.NONE ? "import.wiki.no_xml" : "import.wiki.no_xml_packed", file);
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
