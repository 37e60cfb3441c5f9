package prismq.t.script.versioning.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static HelpTopic topic(String markdown) {
    return Markdown.topic("start", markdown);
  }

  @Test
  void aPictureThatTheBuildDidNotMakeIsLeftOutWithItsParagraph() {
    HelpTopic topic = topic("# Start\n\nBefore.\n\n![Of nothing](no-such-picture)\n\nAfter.\n");
    assertThat(topic.html()).doesNotContain("img", "Of nothing", "<p></p>");
    assertThat(topic.sections().get(0).text()).isEqualTo("Before. After.");
  }

  @Test
  void aPictureIsThereInBothColoursWithWhatItShows() {
    HelpTopic topic = topic("# Start\n\n![A \"lamp\" & more](of-tests)\n");
    assertThat(topic.html())
        .contains(
            "<source srcset=\"/static/pictures/of-tests-dark.png\""
                + " media=\"(prefers-color-scheme: dark)\">",
            "<img src=\"/static/pictures/of-tests-light.png\""
                + " alt=\"A &quot;lamp&quot; &amp; more\"");
  }

  @Test
  void aPictureFromElsewhereIsNeverShown() {
    for (String elsewhere : new String[] {"https://example.org/a.png", "../a", "/static/icon"}) {
      assertThat(topic("# Start\n\n![A lamp](" + elsewhere + ")\n").html()).doesNotContain("img");
    }
  }
}
