package prismq.t.script.versioning.help;

import java.util.List;

/**
 * A page of the help.
 *
 * @param name as it is in its address
 * @param sections what stands under each heading, the title with what follows it first
 */
public record HelpTopic(String name, String title, String html, List<Section> sections) {
  /** The address of the help; a topic's is below it. */
  public static final String URL = "/help";

  /** Copies the list. */
  public HelpTopic {
    sections = List.copyOf(sections);
  }

  /**
   * A heading and what stands under it up to the next one.
   *
   * @param level of the heading: 1 for the title, 2, 3
   * @param id by which the heading is found in the page; empty for the title
   * @param text without markup
   */
  public record Section(int level, String id, String heading, String text) {}

  /** Its address. */
  public String url() {
    return URL + "/" + name;
  }

  /** The headings of its main parts. */
  public List<Section> parts() {
    return sections.stream().filter(section -> section.level() == 2).toList();
  }
}
