package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.TemporaryFolders;

/** Bundles that were made to do harm, and those that only look so. */
class HostileBundleTest {
  private static final String TOO_LARGE = "holds an object that would unpack to ";

  @TempDir Path folder;

  private CommandRun run(Path bundle, Object... more) {
    List<Object> words = new ArrayList<>(List.of("git", bundle, "--data", folder.resolve("data")));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private void assertRefused(MadeBundle bundle, String... reasons) throws Exception {
    List<Path> before = TemporaryFolders.ofThisProcess();
    CommandRun run = run(bundle.writeTo(folder.resolve("made.bundle")));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors().lines()).hasSize(1);
    assertThat(run.errors())
        .contains(reasons)
        .contains("Nothing was imported")
        .doesNotContain("Exception");
    assertThat(TemporaryFolders.ofThisProcess()).isEqualTo(before);
  }

  @Test
  void aTextOfZerosIsRefusedBeforeItIsUnpacked() throws Exception {
    for (char letter : new char[] {'\0', ' ', 'x'}) {
      assertRefused(
          new MadeBundle().filled(MadeBundle.BLOB, letter, 90_000_000), TOO_LARGE + "90 million");
    }
  }

  @Test
  void aChainOfChangesThatGrowsIsRefusedBeforeItIsBuilt() throws Exception {
    byte[] text = "x".repeat(60_000).getBytes(ISO_8859_1);
    byte[] base = MadeBundle.id("blob", text);
    byte[] second = MadeBundle.id("blob", "x".repeat(60_000 * 80).getBytes(ISO_8859_1));
    assertRefused(
        new MadeBundle()
            .whole(MadeBundle.BLOB, text)
            .copies(base, 60_000, 80)
            .copies(second, 4_800_000, 177),
        TOO_LARGE + "849 million");
    assertRefused(
        new MadeBundle().whole(MadeBundle.BLOB, text).copies(base, 60_000, 10_000),
        TOO_LARGE + "600 million");
    assertRefused(
        new MadeBundle().whole(MadeBundle.BLOB, text).copies(base, 60_000, 100),
        TOO_LARGE + "6 million");
  }

  @Test
  void listsOfFilesCommitsAndTagsOfAbsurdSizeAreRefused() throws Exception {
    for (int type : new int[] {MadeBundle.COMMIT, MadeBundle.TREE, MadeBundle.TAG}) {
      assertRefused(new MadeBundle().filled(type, 'a', 40_000_000), TOO_LARGE + "40 million");
    }
  }

  @Test
  void objectsThatAreNotOfTheSizeTheySayAreRefused() throws Exception {
    byte[] text = "a text".getBytes(ISO_8859_1);
    assertRefused(new MadeBundle().lying(MadeBundle.BLOB, 3, text), "its objects are damaged");
    assertRefused(new MadeBundle().lying(MadeBundle.BLOB, 1_000, text), "its objects are damaged");
    assertRefused(new MadeBundle().lying(MadeBundle.BLOB, Long.MAX_VALUE >> 1, text), TOO_LARGE);
    Path many =
        new MadeBundle()
            .whole(MadeBundle.BLOB, text)
            .writeTo(folder.resolve("many.bundle"), Integer.MAX_VALUE);
    assertThat(run(many).errors()).contains("Nothing was imported").hasLineCount(1);
  }

  @Test
  void aCutOffBundleIsRefusedWhereverItEnds() throws Exception {
    byte[] whole = Files.readAllBytes(bundle("a.md", "one\n".repeat(500).getBytes(ISO_8859_1)));
    for (int length = 0; length < whole.length; length += 7) {
      Path cut = Files.write(folder.resolve("cut.bundle"), java.util.Arrays.copyOf(whole, length));
      CommandRun run = run(cut);
      assertThat(run.status()).as("cut at %s", length).isEqualTo(1);
      assertThat(run.errors()).hasLineCount(1).doesNotContain("Exception");
    }
  }

  private Path bundle(String file, byte[] content) throws Exception {
    Path path = folder.resolve("true.bundle");
    try (TestRepository repository = new TestRepository(folder.resolve("true" + file))) {
      repository.write(file, content).write("script.md", "one\n").commit("First");
      repository.write("script.md", "two\n").commit("Second");
      repository.bundleTo(path);
    }
    return path;
  }

  @Test
  void aBundleWithALargePictureComesInWithoutThePicture() throws Exception {
    Random random = Seeds.random(5);
    byte[] picture = new byte[9_000_000];
    random.nextBytes(picture);
    CommandRun run = run(bundle("picture.jpg", picture));
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out())
        .startsWith("2 versions added to 1 script")
        .contains("picture.jpg: not a text, it has a NUL byte");
  }

  @Test
  void namesThatLeadAnywhereAreOnlyNames() throws Exception {
    List<Path> before = TemporaryFolders.ofThisProcess();
    String text =
        new String(Files.readAllBytes(bundle("a.md", "one\n".getBytes(ISO_8859_1))), ISO_8859_1);
    int head = text.indexOf(" HEAD\n");
    String id = text.substring(head - 40, head);
    StringBuilder names = new StringBuilder();
    for (String name :
        List.of(
            "refs/heads/../../../../evil",
            "refs/heads/" + folder + "/evil",
            "/etc/evil",
            "refs/heads/a*b",
            "refs/heads/*",
            "refs/heads/",
            "refs/heads/x.lock",
            "refs/heads/\u001b[31mred",
            "refs/heads/-rf",
            "refs/heads/" + "long".repeat(20_000),
            "refs/tags/../../evil",
            "refs/tags/@{-1}",
            "refs/tags/ ~^:?[\\",
            "refs/notes/../../evil",
            "config")) {
      names.append(id).append(' ').append(name).append('\n');
    }
    int start = text.indexOf('\n') + 1;
    Path hostile =
        Files.write(
            folder.resolve("hostile.bundle"),
            (text.substring(0, start) + names + text.substring(start)).getBytes(ISO_8859_1));
    CommandRun run = run(hostile);
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out()).startsWith("3 versions added to 2 scripts").doesNotContain("\u001b");
    assertThat(TemporaryFolders.ofThisProcess()).isEqualTo(before);
    try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(path -> path.endsWith("evil"))).isEmpty();
    }
  }

  @Test
  void aBundleWhoseHeadIsNoCommitOrIsNotInItIsRefused() throws Exception {
    assertRefused(new MadeBundle().whole(MadeBundle.BLOB, "a text".getBytes(ISO_8859_1)), "HEAD");
  }
}
