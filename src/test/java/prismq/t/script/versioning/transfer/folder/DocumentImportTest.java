package prismq.t.script.versioning.transfer.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;
import prismq.t.script.versioning.transfer.office.MadeDocument;

class DocumentImportTest {
  @TempDir Path folder;

  private ImportedData imported() {
    return new ImportedData(folder.resolve("data"));
  }

  private CommandRun run(Path source, String... options) {
    Object[] words = {"folder", source, "--author", "Ann", "--data", folder.resolve("data")};
    Object[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    return CommandRun.of(new ImportCommand(), all);
  }

  private static byte[] word(String text) {
    return MadeDocument.word("<w:p>" + MadeDocument.run(text) + "</w:p>").bytes();
  }

  private static byte[] openDocument(String text) {
    return MadeDocument.openDocument("", "<text:p>" + text + "</text:p>").bytes();
  }

  @Test
  void documentsInAFolderAreDraftsLikeTexts() throws IOException {
    Path drafts = Files.createDirectory(folder.resolve("The lamp"));
    Files.writeString(drafts.resolve("draft 1.txt"), "One.\n");
    Files.write(drafts.resolve("draft 2.docx"), word("Two."));
    Files.write(drafts.resolve("draft 3.odt"), openDocument("Three."));
    Files.writeString(drafts.resolve("draft 4.rtf"), "{\\rtf1 Four.\\par}");
    Files.writeString(
        drafts.resolve("draft 5.fdx"),
        "<FinalDraft><Content><Paragraph><Text>Five.</Text></Paragraph></Content></FinalDraft>");
    Files.write(drafts.resolve("draft 6"), word("Six."));
    assertThat(run(drafts).status()).isZero();
    assertThat(imported().texts("The-lamp"))
        .containsExactly("One.\n", "Two.\n", "Three.\n", "Four.\n", "Five.\n", "Six.\n");
    assertThat(run(drafts).out()).contains("0 versions added").contains("6 already there");
  }

  @Test
  void documentsInAZipFileAreDraftsAndTheirPartsAreNot() throws IOException {
    Path file = folder.resolve("The lamp.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("draft 2.docx"));
      zip.write(word("Two."));
      zip.putNextEntry(new ZipEntry("draft 1.docx"));
      zip.write(word("One."));
      zip.putNextEntry(new ZipEntry("book.epub"));
      zip.write(new MadeDocument().with("mimetype", "application/epub+zip").bytes());
    }
    CommandRun run = run(file);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("book.epub: a book in EPUB, which cannot be read here");
    assertThat(imported().texts("The-lamp")).containsExactly("One.\n", "Two.\n");
  }

  @Test
  void aDocumentByItselfIsNamedAfterItsFile() throws IOException {
    Path file = Files.write(folder.resolve("The lamp v1.docx"), word("One."));
    assertThat(run(file).status()).isZero();
    assertThat(imported().texts("The-lamp-v1")).containsExactly("One.\n");
    Path book = Files.write(folder.resolve("a.odt"), openDocument("Two."));
    assertThat(run(book, "--script", "book").status()).isZero();
    assertThat(imported().texts("book")).containsExactly("Two.\n");
  }

  @Test
  void aDocumentWithLargePicturesComesInAndALongTextDoesNot() throws IOException {
    Path drafts = Files.createDirectory(folder.resolve("The lamp"));
    MadeDocument pictures =
        MadeDocument.word("<w:p>" + MadeDocument.run("Short.") + "</w:p>")
            .with("word/media/photo.bmp", "x".repeat(100_000));
    Files.write(drafts.resolve("draft 1.docx"), pictures.bytes());
    Files.write(drafts.resolve("draft 2.docx"), word("long ".repeat(2_000)));
    Files.writeString(drafts.resolve("draft 3.txt"), "long ".repeat(2_000));
    CommandRun run = run(drafts, "--size-limit", "1000");
    assertThat(run.out())
        .contains("draft 2.docx: a Word document, but its text is over the size limit of 1000")
        .contains("draft 3.txt: over the size limit of 1000 bytes");
    assertThat(imported().texts("The-lamp")).containsExactly("Short.\n");
  }

  @Test
  void aDocumentThatCannotBeReadIsNamedAndNothingOfItComesIn() throws IOException {
    Path pdf = Files.writeString(folder.resolve("script.pdf"), "%PDF-1.4 and so on");
    CommandRun run = run(pdf);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).contains("is a PDF").contains("import that. Nothing was imported.");
    byte[] cut = "<FinalDraft><Content><Paragraph>".getBytes(UTF_8);
    Path damaged = Files.write(folder.resolve("script.fdx"), cut);
    assertThat(run(damaged).status()).isEqualTo(1);
    assertThat(run(damaged, "--preview").out())
        .contains("script.fdx: a screenplay of Final Draft, but it is damaged, or cut off");
    assertThat(folder.resolve("data/scripts.db")).doesNotExist();
  }

  private @Nullable TextFormat format(String scriptId) {
    return imported().ask(manager -> manager.script(scriptId)).format();
  }

  @Test
  void filesNamedAsScreenplaysMakeOneOfANewScriptAndLeaveOthersAsTheyAre() throws IOException {
    Path drafts = Files.createDirectory(folder.resolve("The lamp"));
    Files.writeString(drafts.resolve("draft 1.fountain"), "Only a few words.\n");
    Files.writeString(drafts.resolve("draft 2.SPMD"), "A few words more.\n");
    run(drafts);
    assertThat(format("The-lamp")).isEqualTo(TextFormat.SCREENPLAY);
    imported().ask(manager -> manager.changeFormat("The-lamp", TextFormat.PLAIN));
    Files.writeString(drafts.resolve("draft 3.fountain"), "And more.\n");
    assertThat(run(drafts).out()).contains("1 version added");
    assertThat(format("The-lamp")).isEqualTo(TextFormat.PLAIN);
    Path mixed = Files.createDirectory(folder.resolve("Mixed"));
    Files.writeString(mixed.resolve("draft 1.fountain"), "Words.\n");
    Files.writeString(mixed.resolve("draft 2.txt"), "Words and words.\n");
    run(mixed);
    assertThat(format("Mixed")).isNull();
  }
}
