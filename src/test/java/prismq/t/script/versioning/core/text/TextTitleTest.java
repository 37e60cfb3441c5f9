package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTitleTest {
  private static String title(String text) {
    return TextTitle.of(text).orElse("none");
  }

  @Test
  void aScreenplayIsTitledOnItsTitlePage() {
    assertThat(title("Title: The Last Keeper\nCredit: by\n\nINT. TOWER\n"))
        .isEqualTo("The Last Keeper");
    assertThat(title("Author: Ann\nTitle:\n    _**BRICK & STEEL**_\n    FULL RETIRED\n\nX\n"))
        .isEqualTo("BRICK & STEEL FULL RETIRED");
    assertThat(title("\uFEFFtitle: Größe\r\n\r\nText\r\n")).isEqualTo("Größe");
    assertThat(title("Credit: by\nContact:\n\tHome\n\nTitle: of nothing\n")).isEqualTo("none");
  }

  @Test
  void otherTextsAreTitledByTheirFirstHeading() {
    assertThat(title("Hello.\n\n# Why *Bridges* `Hum` #\n\n# Other\n"))
        .isEqualTo("Why Bridges Hum");
    assertThat(title("The Tide Clock\n==============\n\nText\n")).isEqualTo("The Tide Clock");
    assertThat(title("<h1 align=\"center\">Awesome <a href=\"x\">Lists</a></h1>\n"))
        .isEqualTo("Awesome Lists");
    assertThat(title("# [![](a.svg)](b)\n\n## [Zero](c.md), invented\n"))
        .isEqualTo("Zero, invented");
    assertThat(title("---\ntitle: \"Front matter\"\n---\n# Heading\n")).isEqualTo("Front matter");
  }

  @Test
  void whatOnlyLooksLikeAHeadingIsNone() {
    assertThat(title("")).isEqualTo("none");
    assertThat(title("```\n# a comment\n```\nText\n")).isEqualTo("none");
    assertThat(title("#hashtag\n\n#######  seven\n")).isEqualTo("none");
    assertThat(title("# ***\n\nOnce: there was a bridge.\n")).isEqualTo("none");
    assertThat(title("snake_case\n")).isEqualTo("none");
  }
}
