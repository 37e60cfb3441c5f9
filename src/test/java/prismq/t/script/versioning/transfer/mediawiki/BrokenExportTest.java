package prismq.t.script.versioning.transfer.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.END;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.details;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.export;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.page;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.pageStart;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.revision;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.sha1;
import static prismq.t.script.versioning.transfer.mediawiki.WikiXml.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.transfer.CommandRun;

/** One bad spot costs its revision or page, never those after it, and is always told. */
class BrokenExportTest {
  private static final String LAMP = page(9, "Lamp", revision(20, "A lamp."));

  @TempDir Path folder;
  private WikiFolder wiki;

  @BeforeEach
  void create() {
    wiki = new WikiFolder(folder);
  }

  /** A page whose second revision is the one given, and one after it. */
  private String told(String second) throws IOException {
    String out =
        wiki.done(
            export(page(1, "Bridge", revision(1, "One"), second, revision(3, "Three")), LAMP));
    assertThat(wiki.texts("Bridge")).startsWith("One").endsWith("Three");
    assertThat(wiki.texts("Lamp")).containsExactly("A lamp.");
    return out;
  }

  @ParameterizedTest
  @CsvSource({"&#x1;,1", "&#31;,1F", "&#xFFFF;,FFFF", "#,1", "#,1F", "#,FFFE"})
  void aCharacterThatXmlForbidsIsKeptAndTold(String written, String code) throws IOException {
    char kept = (char) Integer.parseInt(code, 16);
    String out = told(revision(2, "The " + (written.equals("#") ? kept : written) + "bridge"));
    assertThat(out).contains("Bridge (revision 2): its <text> has the character U+");
    assertThat(wiki.texts("Bridge")).containsExactly("One", "The " + kept + "bridge", "Three");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&#0;", "\0"})
  void aTextWithANulCharacterIsLeftOutAndTold(String written) throws IOException {
    assertThat(told(revision(2, "The " + written + "bridge")))
        .contains("Bridge (revision 2): not a text, it has a NUL byte");
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Three");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a&nbsp;b",
        "caf&eacute;",
        "&undefined;",
        "&#x110000;",
        "&#;",
        "A & B",
        "&",
        "x&y;z&",
        "a < b",
        "<br>",
        "a <b>bold</b> word",
        "<ref name=x/>",
        "<!-- hidden -->",
        "<?php 1 ?>",
        "</b>",
        "<page>",
        "see <page> and </page> there"
      })
  void whatIsNotWrittenAsXmlHasToIsKeptAsItStandsAndTold(String text) throws IOException {
    String second =
        revision(2, text).replace("</revision>", "<sha1>" + sha1(text) + "</sha1></revision>");
    assertThat(told(second))
        .contains("Bridge (revision 2): its <text> has ", "; it was imported as it is")
        .doesNotContain("SHA-1");
    assertThat(wiki.texts("Bridge")).containsExactly("One", text, "Three");
  }

  @Test
  void halvesOfCharactersAreJoinedOrReplaced() throws IOException {
    assertThat(told(revision(2, "&#xD83D;&#xDE00; &#xD83D; &#xDE00;")))
        .contains("Bridge (revision 2): it has halves of characters, which were replaced");
    assertThat(wiki.texts("Bridge")).containsExactly("One", "😀 \uFFFD \uFFFD", "Three");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x93, 0xE9, 0xFC})
  void bytesThatAreNotUtf8AreReadAsWindows1252AndTold(int one) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String whole =
        export(page(1, "Bridge", revision(1, "One"), revision(2, "ca#f"), revision(3, "é")), LAMP);
    for (byte b : whole.getBytes(StandardCharsets.UTF_8)) {
      bytes.write(b == '#' ? one : b);
    }
    assertThat(wiki.done(bytes.toByteArray()))
        .contains("Bridge (revision 2): it has bytes that are not UTF-8; they were read as Windows")
        .doesNotContain("(revision 1", "(revision 3");
    String letter = new String(new byte[] {(byte) one}, XmlEncoding.WINDOWS_1252);
    assertThat(wiki.texts("Bridge")).containsExactly("One", "ca" + letter + "f", "é");
    assertThat(wiki.texts("Lamp")).containsExactly("A lamp.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "</text>|its <text> has no end",
        "<text bytes=\"9\" xml:space=\"preserve\">|there is text outside of its elements",
        "<text bytes=\"9\" xml:space=\"preserve\">Two</text>|the export has no text of it"
      })
  void aRevisionWhoseTextCannotBeToldIsLeftOut(String missing, String why) throws IOException {
    assertThat(told(revision(2, "Two").replace(missing, "")))
        .contains("Bridge (revision 2): " + why);
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Three");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- <x>", "<?x", "<![CDATA[", "<![CDATA[ ]] >"})
  void aSectionWithoutAnEndCostsNoLaterRevision(String start) throws IOException {
    assertThat(told(revision(2, start + "Two"))).contains("Bridge (revision 2): its <text>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- <x>", "<!--", "<?x"})
  void aCommentWithoutAnEndBetweenElementsCostsNoLaterRevision(String start) throws IOException {
    assertThat(told(revision(2, "Two").replace("<timestamp>", start + "<timestamp>")))
        .contains("(revision 2): the export has no text of it")
        .contains("(revision 2): there is a comment or instruction without an end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<text bytes=\"2 >", "<text xml:space=\"preserve\" ", "<text bytes=2 \""})
  void aTextWhoseTagIsBrokenIsLeftOut(String tag) throws IOException {
    assertThat(told(revision(2, "Two").replaceFirst("<text[^>]*>", tag)))
        .contains("Bridge (revision 2): its <text> is not written as XML has to be");
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Three");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "</revision>|its <revision> has no end",
        "</contributor>|its <contributor> has no end",
        "</comment>|its <comment> has no end",
        "</username>|its <username> has no end",
        "</timestamp>|its <timestamp> has no end",
        "<contributor>|it has a <contributor> that only ends"
      })
  void aTagThatIsMissingBesideTheTextCostsNoText(String missing, String why) throws IOException {
    assertThat(told(revision(2, "Two").replace(missing, "")))
        .contains("Bridge (revision 2): " + why);
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Two", "Three");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-13-45T99:00:00Z|its date “2020-13-45T99:00:00Z” cannot be read",
        "yesterday|its date “yesterday” cannot be read",
        "''|it has no date",
        "2999-01-01T00:00:00Z|its date lies in the future"
      })
  void aBrokenDateIsToldAndCostsNothingElse(String date, String why) throws IOException {
    assertThat(told(revision(2, "Two").replaceFirst("<timestamp>[^<]*", "<timestamp>" + date)))
        .contains("Bridge (revision 2): " + why);
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Two", "Three");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"</id>|<id>2", "<id>2</id>|", "<revision>|"})
  void aRevisionWithoutItsNumberOrStartNeverHurtsTheOthers(String missing) throws IOException {
    String second = revision(2, "Two");
    int at = second.indexOf(missing);
    told(second.substring(0, at) + second.substring(at + missing.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "</page><page>",
        "<page><title>Bridge</title>",
        "<page>",
        "</page></page>",
        "</page> words </page>",
        "</revision>",
        "</page></mediawiki>\n",
        "</page></mediawiki><mediawiki>"
      })
  void pagesBehindABrokenBorderComeIn(String border) throws IOException {
    String out =
        wiki.done(
            start()
                + pageStart(1, "Bridge")
                + revision(1, "One")
                + border
                + LAMP
                + page(3, "Door", revision(21, "A door."))
                + END);
    assertThat(wiki.texts("Bridge")).containsExactly("One");
    assertThat(wiki.texts("Lamp")).containsExactly("A lamp.");
    assertThat(wiki.texts("Door")).containsExactly("A door.");
    assertThat(out).startsWith("3 versions added to 3 scripts");
    if (!border.contains("</page></mediawiki>")) {
      assertThat(out).containsAnyOf("Changed:", "Left out:");
    }
  }

  @Test
  void revisionsBehindAnEndOfTheirPageThatIsTooEarlyStayInIt() throws IOException {
    String out =
        wiki.done(
            export(page(1, "Bridge", revision(1, "One") + "</page>", revision(2, "Two")), LAMP));
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Two");
    assertThat(wiki.texts("Lamp")).containsExactly("A lamp.");
    assertThat(out).contains("Bridge (revision 2): it stands behind the end of its page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"</title>", "<title>", "</ns>", "</id>"})
  void aBrokenHeadOfAPageCostsNoOtherPage(String missing) throws IOException {
    String broken = page(1, "Bridge", revision(1, "One"), revision(2, "Two"));
    int at = broken.indexOf(missing);
    String out =
        wiki.done(export(broken.substring(0, at) + broken.substring(at + missing.length()), LAMP));
    assertThat(wiki.texts("Lamp")).containsExactly("A lamp.");
    assertThat(out)
        .containsAnyOf("Bridge: before its revisions", "Pages (id 1): they have no title");
    if (!missing.equals("<title>")) {
      assertThat(wiki.texts("Bridge")).containsExactly("One", "Two");
    }
  }

  @Test
  void aPageThatStandsTwiceHasWhatEitherHasAndNothingGoesUnsaid() throws IOException {
    String xml =
        export(
            page(1, "Bridge", revision(1, "One"), revision(2, "Two")),
            LAMP,
            page(
                1,
                "Bridge",
                revision(1, "One"),
                revision(2, "Two, otherwise"),
                revision(3, "Three")));
    assertThat(wiki.done(xml))
        .startsWith("5 versions added to 2 scripts, 0 already there")
        .contains("Bridge (revision 1): it stands in the file more than once with the same text")
        .contains("Bridge (revision 2): another text was imported under its number before");
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Two", "Two, otherwise", "Three");
    assertThat(wiki.done(xml)).startsWith("0 versions added to 2 scripts, 6 already there");
  }

  @Test
  void aNumberThatStandsTwiceInAPageIsTwoVersions() throws IOException {
    assertThat(told(revision(1, "Another") + revision(1, "One") + revision(1, "A third")))
        .contains("Bridge (revision 1): another text was imported under its number before")
        .contains("Bridge (revision 1): it stands in the file more than once");
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Another", "A third", "Three");
  }

  @Test
  void aTextThatChangedUnderItsNumberSinceAnEarlierImportIsTold() throws IOException {
    wiki.done(export(page(1, "Bridge", revision(1, "One"), revision(2, "Two"))));
    String out =
        wiki.done(
            export(
                page(1, "Bridge", revision(1, "One!"), revision(2, "Two!"), revision(3, "Three"))));
    assertThat(out)
        .contains("Bridge (revision 1): its text is not the one imported before")
        .contains("Bridge (revision 2): another text was imported under its number before");
    assertThat(wiki.texts("Bridge")).containsExactly("One", "Two", "Two!", "Three");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 60})
  void aPageWithItsNewestRevisionFirstIsPutInOrder(int count) throws IOException {
    StringBuilder revisions = new StringBuilder();
    for (int i = count; i > 0; i--) {
      revisions.append(
          revision(i, "Text " + i)
              .replaceFirst("2020-01-[0-9]+T10", String.format("%d-01-01T10", 1900 + i)));
    }
    String out = wiki.done(export(page(1, "Bridge", revisions.toString()), LAMP));
    assertThat(out).contains("Bridge: its newest revision stands first; it was put in order");
    assertThat(wiki.texts("Bridge"))
        .hasSize(count)
        .startsWith("Text 1", "Text 2")
        .endsWith("Text " + count);
    assertThat(wiki.texts("Lamp")).containsExactly("A lamp.");
  }

  @Test
  void aFileThatEndsInAPageWithItsNewestRevisionFirstLeavesThatPageOut() throws IOException {
    Files.writeString(
        wiki.file(),
        start() + LAMP + pageStart(1, "Bridge") + revision(3, "Three") + revision(2, "Two"));
    CommandRun run = wiki.run();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("Bridge: its newest revision stands first, and the file ends");
    assertThat(wiki.scripts()).containsExactly("Lamp");
  }

  @Test
  void aFileThatIsCutAnywhereGivesWhatStandsBefore() throws IOException {
    String whole =
        export(
            page(1, "Bridge", revision(1, "One"), revision(2, "Two")),
            page(2, "Lamp", revision(3, "A lamp.")));
    int second = whole.indexOf("</revision>", whole.indexOf("Two")) + "</revision>".length();
    for (int cut = second; cut < whole.length(); cut += 7) {
      Files.writeString(wiki.file(), whole.substring(0, cut));
      CommandRun run = wiki.run("--preview");
      assertThat(run.status()).as("cut at %d", cut).isEqualTo(1);
      assertThat(run.out()).contains("Bridge: 2 added", "what came before is kept");
    }
  }

  @Test
  void aWrongSha1IsToldAndThatOfOtherContentsIsNotTaken() throws IOException {
    String second =
        "<revision><id>2</id>"
            + details(2)
            + "<text sha1=\""
            + sha1("Two")
            + "\">Two!</text></revision>";
    assertThat(told(second)).contains("Bridge (revision 2): its text does not have the SHA-1");
    String third =
        "<revision><id>4</id>"
            + details(4)
            + "<content><role>meta</role><text>x</text></content><text>Four</text><sha1>"
            + sha1("both")
            + "</sha1></revision>";
    assertThat(wiki.done(export(page(1, "Bridge", third))))
        .contains("(revision 4): what it has beside its text was left out: meta")
        .doesNotContain("SHA-1");
  }
}
