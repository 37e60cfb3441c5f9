package prismq.t.script.versioning.transfer.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.export;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.page;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.revision;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportMode;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

class PackedExportTest {
  private static final int BLOCK_AT = 12;
  private static final int BLOCK_HEADER = 12;
  private static final int DICTIONARY_AT = BLOCK_AT + 4;

  @TempDir Path folder;
  private WikiFolder wiki;

  @BeforeEach
  void create() {
    wiki = new WikiFolder(folder);
  }

  private byte[] packed(Packing packing, String... parts) throws IOException {
    if (packing == Packing.SEVEN_ZIP) {
      return sevenZip("wiki.xml", String.join("", parts));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : parts) {
      try (OutputStream out = packer(packing, bytes)) {
        out.write(part.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static OutputStream packer(Packing packing, OutputStream out) throws IOException {
    return switch (packing) {
      case GZIP -> new GZIPOutputStream(out);
      case BZIP2 -> new BZip2CompressorOutputStream(out);
      case XZ -> new XZOutputStream(out, new LZMA2Options(1));
      case ZSTANDARD -> new ZstdOutputStream(out);
      default -> out;
    };
  }

  private byte[] sevenZip(String name, String content) throws IOException {
    Path file = folder.resolve("packed.7z");
    try (SevenZOutputFile archive = new SevenZOutputFile(file.toFile())) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName(name);
      archive.putArchiveEntry(entry);
      archive.write(content.getBytes(StandardCharsets.UTF_8));
      archive.closeArchiveEntry();
    }
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ZIP")
  void packedFilesOfOneOrSeveralPartsAreRead(Packing packing) throws IOException {
    String xml = export(page(1, "Page", revision(1, "One")));
    wiki.done(packed(packing, xml.substring(0, 300), xml.substring(300)));
    assertThat(wiki.texts("Page")).containsExactly("One");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"ZIP", "NONE"})
  void aPackedFileThatIsCutGivesWhatStandsBefore(Packing packing) throws IOException {
    Random random = Seeds.random(5);
    String[] revisions =
        IntStream.rangeClosed(1, 300)
            .mapToObj(
                i ->
                    revision(
                        i,
                        random
                            .ints(4_000, 'a', 'z')
                            .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                            .toString()))
            .toArray(String[]::new);
    byte[] whole = packed(packing, export(page(1, "Page", revisions)));
    Files.write(wiki.file(), Arrays.copyOf(whole, whole.length * 3 / 4));
    CommandRun run = wiki.run("--preview");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out() + run.errors()).doesNotContain("Exception");
    if (packing == Packing.SEVEN_ZIP) {
      // Its directory stands at its end.
      assertThat(run.errors())
          .contains(
              "cannot be unpacked: the compressed data is cut off or damaged. Nothing was imported");
      return;
    }
    assertThat(run.out())
        .contains(
            "what came before is kept (it is packed, and the compressed data is cut off or damaged)");
    Files.write(wiki.file(), Arrays.copyOf(whole, 20));
    assertThat(wiki.run().errors()).contains("Nothing was imported").doesNotContain("Exception");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"ZIP", "NONE"})
  void whatIsPackedButIsNoXmlIsNamed(Packing packing) throws IOException {
    Files.write(wiki.file(), packed(packing, "A letter to Ann."));
    assertThat(wiki.run().errors())
        .contains("is packed, and what is in it cannot be read as XML", "Nothing was imported");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"ZIP", "NONE"})
  void noMoreIsUnpackedThanIsAllowed(Packing packing) throws IOException {
    String page = page(1, "Page", revision(1, "One"));
    Path file = Files.write(wiki.file(), packed(packing, export(page, " ".repeat(5_000_000))));
    ImportSummary summary = new ImportSummary();
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      new MediaWikiImport(
              new ImportContext(
                  manager,
                  Clock.systemUTC(),
                  VersionManager.DEFAULT_SIZE_LIMIT,
                  new NoProgress(),
                  summary,
                  ImportMode.IMPORT),
              1_000_000)
          .run(file, null, null);
    }
    assertThat(summary.isBrokenOff()).isTrue();
    assertThat(summary.leftOut())
        .singleElement()
        .asString()
        .contains("it unpacks to more than 1,000,000 bytes");
    assertThat(wiki.texts("Page")).containsExactly("One");
  }

  @Test
  void whatAsksForTooMuchMemoryToBeUnpackedIsRefused() throws IOException {
    byte[] xz = packed(Packing.XZ, export(page(1, "Page", revision(1, "One"))));
    // The size of the dictionary, 1 GiB, in the header of the first block.
    xz[DICTIONARY_AT] = 36;
    CRC32 check = new CRC32();
    check.update(xz, BLOCK_AT, BLOCK_HEADER - 4);
    ByteBuffer.wrap(xz)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(BLOCK_AT + BLOCK_HEADER - 4, (int) check.getValue());
    Files.write(wiki.file(), xz);
    assertThat(wiki.run().errors())
        .contains("unpacking it would take too much memory. Nothing was imported");
  }

  @Test
  void aZipFileIsToBeUnpackedFirst() throws IOException {
    Files.write(wiki.file(), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThat(wiki.run().errors())
        .contains("is a zip file. Nothing was imported; unpack it first", ".7z.");
  }

  /** Nobody looks at it. */
  private static final class NoProgress implements Progress {
    @Override
    public void total(int versions) {}

    @Override
    public void done(int versions) {}
  }
}
