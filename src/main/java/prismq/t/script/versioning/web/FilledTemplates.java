package prismq.t.script.versioning.web;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ClassLoaderTemplateResource;
import org.thymeleaf.templateresource.FileTemplateResource;
import org.thymeleaf.templateresource.ITemplateResource;
import prismq.t.script.versioning.language.Messages;

/**
 * Reads templates, and fills in the messages without values in the language of this thread: {@code
 * [[#{common.edit}]]} and {@code th:title="#{common.edit}"}. What is text already costs a page next
 * to nothing; each message that is left to be looked up, a hundred times as much. Of the white
 * space that indents lines nothing is sent, which is a quarter of a long page.
 */
final class FilledTemplates extends AbstractConfigurableTemplateResolver {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "\\[\\[#\\{([\\w.]+)}]]|\\bth:(aria-label|lang|placeholder|title)=\"#\\{([\\w.]+)}\"");

  private static final Pattern INDENTATION = Pattern.compile("\\n\\s+");

  private final @Nullable Path folder;

  /**
   * Creates it.
   *
   * @param folder whose templates are read anew each time; null for the jar's
   */
  FilledTemplates(@Nullable Path folder) {
    this.folder = folder;
    setPrefix(folder == null ? "templates/" : folder + "/");
    setSuffix(".html");
    setTemplateMode(TemplateMode.HTML);
    setCharacterEncoding("UTF-8");
    setCacheable(folder == null);
  }

  @Override
  protected ITemplateResource computeTemplateResource(
      IEngineConfiguration configuration,
      @Nullable String owner,
      String template,
      String name,
      String encoding,
      @Nullable Map<String, Object> attributes) {
    return new FilledTemplate(
        folder == null
            ? new ClassLoaderTemplateResource(name, encoding)
            : new FileTemplateResource(name, encoding));
  }

  private record FilledTemplate(ITemplateResource template) implements ITemplateResource {
    @Override
    public String getDescription() {
      return template.getDescription();
    }

    @Override
    public String getBaseName() {
      return template.getBaseName();
    }

    @Override
    public boolean exists() {
      return template.exists();
    }

    @Override
    public Reader reader() throws IOException {
      StringWriter text = new StringWriter();
      try (Reader reader = template.reader()) {
        reader.transferTo(text);
      }
      return new StringReader(filled(text.toString()));
    }

    @Override
    public ITemplateResource relative(String location) {
      return new FilledTemplate(template.relative(location));
    }

    private static String filled(String template) {
      Matcher message = MESSAGE.matcher(INDENTATION.matcher(template).replaceAll("\n"));
      StringBuilder filled = new StringBuilder();
      while (message.find()) {
        message.appendReplacement(filled, "");
        if (message.group(1) != null) {
          filled.append(escaped(message.group(1)));
        } else {
          filled.append(message.group(2)).append("=\"");
          filled.append(escaped(message.group(3))).append('"');
        }
      }
      return message.appendTail(filled).toString();
    }

    /** The message as HTML in which Thymeleaf finds nothing to be evaluated. */
    private static String escaped(String key) {
      return new Html().text(Messages.text(key)).toString().replace("[", "&#91;");
    }
  }
}
