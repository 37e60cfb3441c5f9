package prismq.t.script.versioning.help;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/** The licences of all that the jar contains, as the build collected them. */
final class Licences {
  private static final String LIST = "/licences/licences.md";

  private Licences() {}

  /** The list as Markdown. It is made with the jar; without one there is only a sentence. */
  static String markdown() {
    @Nullable URL list = Licences.class.getResource(LIST);
    return list == null
        ? "This program does not run from its jar. The list is made when the jar is packaged."
        : HelpTopics.resource(LIST);
  }
}
