package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/** Reads the fields of a form that was sent, and refuses invalid values. */
public final class SentForm {
  /** Fields that people write in, as opposed to those that pages fill. */
  static final Set<String> WRITTEN =
      Set.of(
          "title",
          "content",
          "author",
          "change_description",
          "name",
          "alternate",
          "description",
          "body",
          "kept",
          "comment",
          "message");

  private static final String WRITTEN_FOR_A_PASSAGE = "written-";
  private static final String WAS_READ = SentForm.class.getName();

  private SentForm() {}

  /** The text of a field, for a page that cannot show the form again. */
  public record Typed(String field, String text) {
    /** Whether it is short enough to be seen in a field of a line or two. */
    public boolean isLine() {
      return text.length() <= 100 && !text.contains("\n");
    }
  }

  /** What a field holds, as it was sent; empty if it was not. */
  public static String text(Context context, String name) {
    @Nullable String value =
        Multipart.isParsed(context) ? context.req().getParameter(name) : context.formParam(name);
    context.attribute(WAS_READ, true);
    return value == null ? "" : value;
  }

  /** All that is sent under one name, such as every box that is ticked. */
  public static List<String> texts(Context context, String name) {
    String @Nullable [] values =
        Multipart.isParsed(context) ? context.req().getParameterValues(name) : null;
    return values == null ? context.formParams(name) : List.of(values);
  }

  /** What a field holds, without white space around it and with line breaks as LF. */
  public static String stripped(Context context, String name) {
    return text(context, name).replace("\r\n", "\n").strip();
  }

  /**
   * The number of a version, or 0 for none yet.
   *
   * @throws BadRequestException if the field holds no number
   */
  public static int versionNumber(Context context, String name) {
    String value = stripped(context, name);
    if (!value.matches("\\d{1,9}")) {
      throw new BadRequestException(FilledMessage.of("problem.field_version", name));
    }
    return Integer.parseInt(value);
  }

  /** Whether the form was sent by the button for a preview. */
  public static boolean isForPreview(Context context) {
    return text(context, "action").equals("preview");
  }

  /** All typed texts, for a page without the form; empty if no form was read. */
  public static List<Typed> typed(Context context) {
    List<Typed> typed = new ArrayList<>();
    if (context.attribute(WAS_READ) != null) {
      context
          .formParamMap()
          .forEach(
              (name, values) -> {
                if (WRITTEN.contains(name) || name.startsWith(WRITTEN_FOR_A_PASSAGE)) {
                  values.stream()
                      .filter(text -> !text.isBlank())
                      .forEach(text -> typed.add(new Typed(label(name), text)));
                }
              });
    }
    return typed;
  }

  private static String label(String name) {
    return Messages.text(
        "problem.typed." + (name.startsWith(WRITTEN_FOR_A_PASSAGE) ? "passage" : name));
  }
}
