package prismq.t.script.versioning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.language.PseudoLanguage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

class TemplatesTest {
  @TempDir Path folder;
  private Templates templates;

  /** Something that cannot be read when the template comes to it. */
  public static final class Unreadable {
    private final Problem problem = new Problem(ProblemKind.DATABASE_BUSY, "It is busy.");

    /** Throws. */
    @SuppressWarnings("DoNotCallSuggester") // The template is to call it.
    public String name() {
      throw problem;
    }
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("one.html"), "<p th:text=\"${page.name()}\"></p>");
    templates = new Templates(folder);
  }

  @Test
  void whatIsThrownWhileATemplateIsRenderedOrWrittenKeepsItsAnswer() {
    Unreadable page = new Unreadable();
    assertThatThrownBy(() -> templates.render("one", Map.of("page", page))).isSameAs(page.problem);
    assertThatThrownBy(() -> templates.write("one", Map.of("page", page), new StringWriter()))
        .isSameAs(page.problem);
  }

  @Test
  void templatesOfAFolderAreReadAnew() throws IOException {
    Files.writeString(folder.resolve("one.html"), "<p>old</p>");
    assertThat(templates.render("one", Map.of())).isEqualTo("<p>old</p>");
    Files.writeString(folder.resolve("one.html"), "<p>new</p>");
    assertThat(templates.render("one", Map.of())).isEqualTo("<p>new</p>");
  }

  @Test
  void aTemplateSpeaksTheLanguageOfEachReader() throws IOException {
    Files.writeString(
        folder.resolve("one.html"), "<a th:title=\"#{common.edit}\">[[#{common.edit}]]</a>");
    PseudoLanguage.offer();
    assertThat(templates.render("one", Map.of())).isEqualTo("<a title=\"Edit\">Edit</a>");
    Messages.speak(Language.best(PseudoLanguage.TAG));
    try {
      String longer = Messages.text("common.edit");
      assertThat(longer).isNotEqualTo("Edit");
      assertThat(templates.render("one", Map.of()))
          .isEqualTo("<a title=\"" + longer + "\">" + longer + "</a>");
    } finally {
      Messages.speak(Language.ENGLISH);
    }
    assertThat(templates.render("one", Map.of())).isEqualTo("<a title=\"Edit\">Edit</a>");
  }

  @Test
  void whatIndentsTheLinesOfATemplateIsNotSent() throws IOException {
    Files.writeString(folder.resolve("one.html"), "<p>\n    <b>a  b</b>\n\n</p>\n");
    assertThat(templates.render("one", Map.of())).isEqualTo("<p>\n<b>a  b</b>\n</p>\n");
  }
}
