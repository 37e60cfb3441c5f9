package prismq.t.script.versioning.transfer.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.export;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.page;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.revision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportEncodingTest {
  private static final String XML = export(page(1, "Bridge", revision(1, "Die Brücke – “alt”")));

  @TempDir Path folder;
  private WikiFolder wiki;

  @BeforeEach
  void create() {
    wiki = new WikiFolder(folder);
  }

  private static String declared(String encoding) {
    return "<?xml version='1.0' encoding='" + encoding + "'?>\n" + XML;
  }

  private void isRead(byte[] bytes) throws IOException {
    assertThat(wiki.done(bytes)).doesNotContain("Changed", "Left out");
    assertThat(wiki.texts("Bridge")).containsExactly("Die Brücke – “alt”");
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8",
    "UTF8, UTF-8",
    "Windows-1252, windows-1252",
    "ISO-8859-1, windows-1252",
    "macintosh, x-MacRoman",
    "UTF-16LE, UTF-16LE",
    "UTF-16, UTF-16BE",
    "UTF-32, UTF-32LE",
    "UTF-32, UTF-32BE",
    "GB18030, GB18030"
  })
  void theDeclaredEncodingIsRead(String told, String used) throws IOException {
    isRead(declared(told).replace("macintosh", "x-MacRoman").getBytes(Charset.forName(used)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkIsTheEncodingWhateverIsDeclared(String used) throws IOException {
    isRead(("\uFEFF" + XML).getBytes(Charset.forName(used)));
    Files.delete(folder.resolve("data/script-versioning.db"));
    isRead(("\uFEFF" + declared("iso-8859-1")).getBytes(Charset.forName(used)));
  }

  @Test
  void aDeclarationThatCannotBeIsNotBelieved() throws IOException {
    isRead(declared("UTF-16").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"klingon", "x y", "utf-9"})
  void anEncodingThatIsNotKnownIsNamed(String told) throws IOException {
    Files.writeString(wiki.file(), declared(told));
    assertThat(wiki.run().errors())
        .contains("says that it is in “" + told + "”, an encoding that is not known here")
        .contains("Nothing was imported; save it as UTF-8.");
  }

  @Test
  void halvesOfCharactersInUtf16AreReplacedAndTold() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int cut = XML.indexOf("alt");
    bytes.write(("\uFEFF" + XML.substring(0, cut)).getBytes(StandardCharsets.UTF_16LE));
    bytes.write(new byte[] {0x3D, (byte) 0xD8});
    bytes.write(XML.substring(cut + 3).getBytes(StandardCharsets.UTF_16LE));
    assertThat(wiki.done(bytes.toByteArray()))
        .contains("Bridge (revision 1): it has bytes that are not UTF-16LE; they were replaced");
    assertThat(wiki.texts("Bridge").get(0)).contains("Die Brücke – “\uFFFD");
  }
}
