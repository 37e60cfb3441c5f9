package prismq.t.script.versioning.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All pages of the help, in the order in which they are listed. */
public final class HelpTopics {
  /** Pages for those who write and review. */
  static final List<String> FOR_EDITORS =
      List.of(
          "start",
          "write-and-compare",
          "branches-and-merging",
          "search",
          "review",
          "labels-and-reports",
          "revisions",
          "share",
          "import",
          "export",
          "people");

  /** Pages for those who write programs, run a server or change this one. */
  private static final List<String> FOR_OTHERS =
      List.of(
          "api",
          "server",
          "backup",
          "storage",
          "figures",
          "glossary",
          "decisions",
          "contribute",
          "licences");

  /** The first one is shown if none is asked for. */
  static final List<String> NAMES =
      Stream.of(FOR_EDITORS, FOR_OTHERS).flatMap(List::stream).toList();

  private static final String API_REFERENCE = "{{api reference}}";
  private static final String LICENCES = "{{licences}}";

  private final List<HelpTopic> all;

  private HelpTopics(List<HelpTopic> all) {
    this.all = all;
  }

  /** Reads the pages from the application's resources. */
  public static HelpTopics read() {
    return new HelpTopics(NAMES.stream().map(HelpTopics::topic).toList());
  }

  private static HelpTopic topic(String name) {
    String markdown = resource("/help/" + name + ".md");
    if (markdown.contains(API_REFERENCE)) {
      markdown = markdown.replace(API_REFERENCE, ApiReference.read().markdown());
    }
    if (markdown.contains(LICENCES)) {
      markdown = markdown.replace(LICENCES, Licences.markdown());
    }
    return Markdown.topic(name, markdown);
  }

  /** The text of a resource of the application. */
  static String resource(String path) {
    try (InputStream in = HelpTopics.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not in the application");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them. */
  public List<HelpTopic> all() {
    return all;
  }

  /** The one of this name. */
  public Optional<HelpTopic> named(String name) {
    return all.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }
}
