package prismq.t.script.versioning.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.standard.StandardDialect;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.expression.Expressions;

/** The templates, or fragments of them: {@code script/history}, {@code script/row :: row}. */
public final class Templates {
  private final Map<Language, TemplateEngine> engines = new ConcurrentHashMap<>();
  private final Expressions expressions = new Expressions();
  private final @Nullable Path folder;

  /**
   * Opens them.
   *
   * @param folder whose templates are read anew each time; null for the jar's
   */
  public Templates(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The engine that has the templates in the language of this thread. */
  private TemplateEngine engine() {
    return engines.computeIfAbsent(
        Messages.language(),
        language -> {
          TemplateEngine engine = new TemplateEngine();
          engine.setTemplateResolver(new FilledTemplates(folder));
          StandardDialect dialect = new StandardDialect();
          dialect.setVariableExpressionEvaluator(expressions);
          engine.setDialects(Set.of(dialect, new FormTokens()));
          engine.setMessageResolver(new TemplateMessages());
          return engine;
        });
  }

  /** Whether a template can be another one each time. */
  boolean areReadAnew() {
    return folder != null;
  }

  /**
   * The HTML of a template with these names in it; what is thrown while they are read is thrown as
   * it is.
   */
  public String render(String template, Map<String, Object> variables) {
    StringWriter out = new StringWriter();
    try {
      write(template, variables, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * Writes the HTML of a template while it is made.
   *
   * @throws IOException if it cannot be written
   */
  public void write(String template, Map<String, Object> variables, Writer out) throws IOException {
    try {
      process(template, variables, out);
    } catch (TemplateEngineException e) {
      // The cause has an answer of its own; that it happened inside of a template has not.
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException failed) {
          throw failed;
        }
        if (cause instanceof RuntimeException failed
            && !(cause instanceof TemplateEngineException)) {
          throw failed;
        }
      }
      throw e;
    }
  }

  private void process(String template, Map<String, Object> variables, Writer out) {
    Context context = new Context(Locale.ENGLISH, variables);
    String[] parts = template.split(" :: ", 2);
    if (parts.length == 1) {
      engine().process(template, context, out);
    } else {
      engine().process(parts[0], Set.of(parts[1]), context, out);
    }
  }
}
