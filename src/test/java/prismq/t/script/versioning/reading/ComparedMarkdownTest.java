package prismq.t.script.versioning.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;

class ComparedMarkdownTest {
  private static ComparedPages.PageComparison compared(String from, String to) {
    ScriptText left = ScriptText.of(from);
    ScriptText right = ScriptText.of(to);
    Diff diff = new DiffGenerator().diff(left, right);
    return ComparedPages.of(
        diff,
        TextFormat.MARKDOWN,
        left,
        right,
        category -> category == ChangeCategory.LINE_ENDINGS,
        diff.changes().size(),
        PageFilter.NONE,
        150);
  }

  /** The page without what is only for screen readers, for steps and for links to sections. */
  private static String page(String from, String to) {
    return compared(from, to)
        .reading()
        .html()
        .replaceAll("<span class=\"hidden\">[^<]*</span>", "")
        .replaceAll(" (?:id|data-change|tabindex)=\"[^\"]*\"", "");
  }

  @Test
  void wordsThatChangedAreMarkedInTheRenderedText() {
    assertThat(page("# Hook\n\nIt is *very* dark.\n", "# Hook\n\nIt is *quite* dark.\n"))
        .isEqualTo("<h2>Hook</h2>\n<p>It is <em><del>very</del><ins>quite</ins></em> dark.</p>\n");
  }

  @Test
  void aHeadingWithOtherWordsStaysOneHeading() {
    assertThat(page("## Hook\n\nAll is dark.\n", "## Opening\n\nAll is dark.\n"))
        .contains("<h3><del>Hook</del><ins>Opening</ins></h3>");
  }

  @Test
  void whatAHeadingWasIsToldOnce() {
    assertThat(page("## Why it matters\n\nIt does.\n", "### Why this matters\n\nIt does.\n"))
        .contains(
            "<h4>Why <del>it</del><ins>this</ins> <span class=\"reformatted\">matters</span>"
                + "<small class=\"formatting\">Formatting only: was a heading of level 2</small></h4>");
  }

  @Test
  void aParagraphThatWasRemovedIsSetAsItWas() {
    assertThat(page("One.\n\n> Two *and* more.\n\nThree.\n", "One.\n\nThree.\n"))
        .contains(
            "<blockquote>\n<p><del>Two </del><em><del>and</del></em><del> more.</del></p>\n"
                + "</blockquote>\n<p>Three.</p>");
  }

  @Test
  void anItemThatWasRemovedStaysInItsList() {
    assertThat(page("- one\n- two\n- three\n", "- one\n- three\n"))
        .isEqualTo("<ul>\n<li>one</li>\n<li><del>two</del></li>\n<li>three</li>\n</ul>\n");
    assertThat(page("- one\n- two\n", "- one\n"))
        .isEqualTo("<ul>\n<li>one</li>\n<li><del>two</del></li>\n</ul>\n");
  }

  @Test
  void aListThatWasRemovedStaysOneList() {
    assertThat(page("Hi there.\n\n- one\n- two\n\nBye now.\n", "Hi there.\n\nBye now.\n"))
        .contains("<ul>\n<li><del>one</del></li>\n<li><del>two</del></li>\n</ul>\n<p>Bye now.</p>");
  }

  @Test
  void aRowOfANarrationTableThatWasRemovedStaysInTheTable() {
    String head = "| Voice | Picture |\n|---|---|\n| Night falls. | A lamp |\n";
    assertThat(
            page(
                head + "| Wind blows. | A door |\n| It ends. | Black |\n",
                head + "| It ends. | Black |\n"))
        .contains("<tr>\n<td><del>Wind blows.</del></td>\n<td><del>A door</del></td>\n</tr>")
        .contains("<td>It ends.</td>");
  }

  @Test
  void wordsInATableAreMarkedInTheirCells() {
    String head = "| Voice | Picture |\n|---|---|\n";
    assertThat(page(head + "| Night falls. | A lamp |\n", head + "| Night falls. | A big lamp |\n"))
        .contains("<td>Night falls.</td>\n<td>A <ins>big </ins>lamp</td>");
  }

  @Test
  void whatIsOnlySetOtherwiseIsSaidAndNotRemovedAndAdded() {
    String page = page("It is **very dark** here.\n", "It is very dark here.\n");
    assertThat(page)
        .isEqualTo(
            "<p>It is <span class=\"reformatted\">very dark</span><small class=\"formatting\">"
                + "Formatting only: was bold</small> here.</p>\n");
    assertThat(page("It is dark here.\n", "It is *dark* here.\n"))
        .contains("Formatting only: now italic")
        .doesNotContain("<ins>");
    assertThat(page("## Hook it is\n\nDark.\n", "### Hook it is\n\nDark.\n"))
        .contains("<h4><span class=\"reformatted\">Hook it is</span>")
        .contains("was a heading of level 2");
    assertThat(page("It is *dark* here.\n", "It is **dark** here.\n"))
        .contains("Formatting only: now bold, was italic");
  }

  @Test
  void changesThatNobodyReadsAreCounted() {
    assertThat(compared("---\ntitle: A\n---\n\nHi.\n", "---\ntitle: B\n---\n\nHi.\n").unseen())
        .isEqualTo(1);
    assertThat(compared("See [it](http://a.b).\n", "See [it](http://c.d).\n").unseen())
        .isEqualTo(1);
    assertThat(compared("Hi. <!-- a -->\n\nYou.\n", "Hi. <!-- b -->\n\nYou.\n").unseen())
        .isEqualTo(1);
    assertThat(compared("Hi there.\n", "Hi you.\n").unseen()).isZero();
    assertThat(compared("Hi *there*.\n", "Hi there.\n").unseen()).isZero();
  }

  @Test
  void whatMovedIsToldWhereItWasAndWhereItIs() {
    String first = "The first of them waits for the last train to the sea.\n\n";
    String rest = "Somebody else walks along the shore and sings.\n\nNobody sees them go.\n\n";
    ComparedPages.PageComparison result = compared(first + rest, rest + first);
    assertThat(result.reading().html())
        .contains("class=\"moved-away\"")
        .contains("moved-here")
        .contains("data-moved=\"start\"");
    assertThat(result.unseen()).isZero();
  }

  @Test
  void sectionsTellWhatBecameOfThem() {
    ComparedPages.PageComparison result =
        compared("# One\n\nIt is dark.\n\n# Two\n\nIt rains.\n", "# One\n\nIt is dark and cold.\n");
    assertThat(result.reading().listHtml()).contains("<ins>+2</ins>");
    assertThat(result.reading().omitted()).hasSize(1);
  }

  @Test
  void markupOfTheTextIsNeverThatOfThePage() {
    assertThat(page("Hi.\n\n<script>x()</script>\n", "Hi.\n\n<script>y()</script>\n"))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;");
  }

  @Test
  void allWordsOfTheNewTextAreThereWhateverChanged() {
    List<String> parts =
        List.of(
            "# Hook one\n\n",
            "Title\n-----\n\n",
            "It *is* very `dark` here &amp; there \\* now.\n\n",
            "- one thing\n- two things\n  - deep in it\n\n",
            "1. first it is\n2. second it is\n\n",
            "> quoted in it\n> twice in it\n\n",
            "```\ncode(in)\n\n  more(i)\n```\n\n",
            "    indented(it)\n\n",
            "| Voice | Picture |\n|---|---|\n| It is. | Lamp |\n| Is it? | |\n\n",
            "[link it](http://a.b) **bold in it** line  \nbreak in it\n\n",
            "<div>raw in it</div>\n\n");
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      StringBuilder from = new StringBuilder();
      StringBuilder to = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        String part = parts.get(random.nextInt(parts.size()));
        from.append(random.nextInt(4) == 0 ? "" : part);
        to.append(
            random.nextInt(4) == 0
                ? ""
                : part.replace("it", random.nextInt(3) == 0 ? "out" : "it"));
      }
      String html = page(from.toString(), to.toString());
      String right =
          LaidOutText.of(TextFormat.MARKDOWN, ScriptText.of(to.toString()), null, false, 150)
              .html();
      assertThat(letters(html)).as("seed %d", seed).isEqualTo(letters(right));
      for (String tag : List.of("ul", "li", "table", "tr", "p", "del", "ins")) {
        assertThat(html.split("<" + tag + "[ >]", -1))
            .as("%s of seed %d", tag, seed)
            .hasSameSizeAs(html.split("</" + tag + ">", -1));
      }
    }
  }

  private static String letters(String html) {
    return html.replaceAll(
        "(?s)<del.*?</del>|<small class=\"formatting.*?</small>|<span class=\"moved-here.*?</span>"
            + "|<span><a href.*?</q></span>|<[^>]*>|\\s",
        "");
  }
}
