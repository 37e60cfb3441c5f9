package prismq.t.script.versioning.annotate;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.search.Annotations;

/**
 * The twin of an annotated version's page as plain text: its lines, each with the version, author
 * and day of the newest words in it.
 */
public final class AnnotateTwin {
  /** Longer names are cut, in characters. */
  private static final int MAX_NAME = 24;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private final Annotations annotations;

  /** Answers with these annotations. */
  public AnnotateTwin(Annotations annotations) {
    this.annotations = annotations;
  }

  /** Answers {@code /scripts/{script_id}/versions/{version_number}/annotate.txt}. */
  public void text(Context context) {
    AnnotatedVersion annotated = AnnotatedVersion.of(annotations, context);
    String fileName =
        annotated.scriptId() + "-v" + annotated.version().versionNumber() + "-annotate.txt";
    context
        .contentType("text/plain; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header("Content-Disposition", "inline; filename=\"" + fileName + "\"");
    // As it is made: a text of 5 MiB may have as many lines, each with what stands before it.
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
      write(annotated, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(AnnotatedVersion annotated, Writer out) throws IOException {
    Map<Integer, String> columns = columns(annotated);
    NewestVersions newestVersions = new NewestVersions(annotated.annotation());
    Pieces lines = annotated.annotation().text().exactLines();
    for (int i = 0; i < lines.size(); i++) {
      int start = i == 0 ? annotated.textStart() : lines.start(i);
      if (lines.end(i) > start) {
        ByteRange line = new ByteRange(start, lines.end(i));
        out.write(columns.get(newestVersions.of(line)));
        out.write(readable(ScriptText.displayLine(line.in(lines.text()))));
        out.write('\n');
      }
    }
  }

  /** The prefix of a line, by the version of its newest words. */
  private static Map<Integer, String> columns(AnnotatedVersion annotated) {
    int numberWidth = 0;
    int nameWidth = 0;
    for (Version origin : annotated.origins().values()) {
      numberWidth = Math.max(numberWidth, number(origin).length());
      nameWidth = Math.max(nameWidth, length(name(origin)));
    }
    Map<Integer, String> columns = new HashMap<>();
    for (Version origin : annotated.origins().values()) {
      String name = name(origin);
      columns.put(
          origin.versionNumber(),
          number(origin)
              + " ".repeat(numberWidth - number(origin).length() + 2)
              + name
              + " ".repeat(nameWidth - length(name) + 2)
              + DAY.format(origin.createdAt())
              + " | ");
    }
    return columns;
  }

  private static String number(Version origin) {
    return "v" + origin.versionNumber();
  }

  private static String name(Version origin) {
    String name = readable(origin.person().name());
    return length(name) <= MAX_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_NAME - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A line with nothing in it that a terminal would obey. */
  private static String readable(String line) {
    StringBuilder readable = new StringBuilder(line);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i)) && line.charAt(i) != '\t') {
        readable.setCharAt(i, '\ufffd');
      }
    }
    return readable.toString();
  }
}
