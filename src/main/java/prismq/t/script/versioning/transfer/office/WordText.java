package prismq.t.script.versioning.transfer.office;

import java.util.HashMap;
import java.util.Map;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.office.Losses.Loss;

/** Reads a Word document (.docx, ECMA-376) as Markdown. */
final class WordText {
  private static final String MAIN = "word/document.xml";

  private WordText() {}

  /**
   * Reads it with its tracked changes accepted.
   *
   * @param limit longest text, in characters
   * @throws UnreadableDocumentException if it is damaged, or made to do harm
   */
  static OfficeText of(DocumentParts parts, int limit) {
    String main = relations(parts, "_rels/.rels", "").getOrDefault("officeDocument", MAIN);
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    Map<String, String> related =
        relations(parts, folder + "_rels/" + main.substring(folder.length()) + ".rels", folder);
    WordStyles styles =
        parts
            .xml(related.getOrDefault("styles", folder + "styles.xml"))
            .map(WordStyles::of)
            .orElseGet(WordStyles::none);
    WordLists lists =
        parts
            .xml(related.getOrDefault("numbering", folder + "numbering.xml"))
            .map(WordLists::of)
            .orElseGet(WordLists::none);
    DocumentXml xml =
        parts
            .xml(main)
            .orElseThrow(
                () -> new UnreadableDocumentException(FilledMessage.of("office.word_empty"), null));
    Losses losses = new Losses();
    String text = new WordBody(xml, styles, lists, losses, limit).read();
    if (related.containsKey("header") || related.containsKey("footer")) {
      losses.add(Loss.HEADER);
    }
    return new OfficeText(text, losses.said());
  }

  /** The parts that one part names, by the last word of what they are to it. */
  private static Map<String, String> relations(DocumentParts parts, String name, String folder) {
    Map<String, String> relations = new HashMap<>();
    parts
        .xml(name)
        .ifPresent(
            xml -> {
              while (xml.next()) {
                if (xml.isStart() && xml.name().equals("Relationship")) {
                  String type = xml.attribute("Type", "");
                  String target = xml.attribute("Target", "");
                  relations.putIfAbsent(
                      type.substring(type.lastIndexOf('/') + 1),
                      target.startsWith("/") ? target.substring(1) : folder + target);
                }
              }
            });
    return relations;
  }
}
