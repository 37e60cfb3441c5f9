package prismq.t.script.versioning.reading;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.FountainType;

/** Puts lines of a screenplay together to paragraphs and speeches, as HTML. */
final class PageWriter {
  private final StringBuilder html = new StringBuilder("<section class=\"page\">");
  private @Nullable FountainType open;
  private boolean isSpeech;

  /** Where the last speech begins, for another one that goes beside it; −1 for none. */
  private int lastSpeech = -1;

  private boolean isDual;

  /**
   * Adds a line.
   *
   * @param attributes of the element that it begins, where it begins one
   */
  void add(FountainType type, String attributes, String line) {
    if (type.isCue()) {
      endSpeech();
      startSpeech(type == FountainType.DUAL_CHARACTER);
    } else if (isSpeech && !type.isSpeech()) {
      endSpeech();
    }
    if (!isSpeech) {
      lastSpeech = -1;
      boolean isSpoken = type == FountainType.DIALOGUE || type == FountainType.PARENTHETICAL;
      if (isSpoken) {
        startSpeech(false);
      }
    }
    if (open != type || type == FountainType.HEADING || type.isCue()) {
      endParagraph();
      html.append('<')
          .append(PageElements.tag(type))
          .append(" class=\"")
          .append(PageElements.cssClass(type));
      html.append("\" dir=\"auto\"").append(attributes).append('>');
      open = type;
    } else {
      html.append("\n");
    }
    html.append(line);
  }

  /** Adds what stands alone. */
  void addAlone(String element) {
    endSpeech();
    lastSpeech = -1;
    html.append(element);
  }

  /** An empty line, which ends a paragraph or speech. */
  void addBlank() {
    endSpeech();
  }

  /** A line that is not shown: what follows stands beside nothing before it. */
  void addHidden() {
    endSpeech();
    lastSpeech = -1;
  }

  private void startSpeech(boolean isBesideLast) {
    isDual = isBesideLast && lastSpeech >= 0;
    if (isDual) {
      html.insert(lastSpeech, "<div class=\"dual\">");
      lastSpeech = -1;
    } else {
      lastSpeech = html.length();
    }
    html.append("<div class=\"speech\">");
    isSpeech = true;
  }

  private void endSpeech() {
    endParagraph();
    if (isSpeech) {
      html.append("</div>").append(isDual ? "</div>" : "");
      isSpeech = false;
      isDual = false;
    }
  }

  private void endParagraph() {
    if (open != null) {
      html.append("</").append(PageElements.tag(open)).append('>');
      open = null;
    }
  }

  /** All of it. */
  String html() {
    endSpeech();
    return html + "</section>";
  }
}
