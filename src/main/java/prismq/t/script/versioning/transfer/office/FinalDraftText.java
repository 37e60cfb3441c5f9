package prismq.t.script.versioning.transfer.office;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.office.Losses.Loss;

/** Reads a screenplay of Final Draft (.fdx) as Fountain (fountain.io/syntax). */
final class FinalDraftText {
  private final DocumentXml xml;
  private final int limit;
  private final Losses losses = new Losses();
  private final FountainText fountain;
  private final List<String> titlePage = new ArrayList<>();
  private int dual;
  private int speakers;
  private boolean isFormatted;

  private FinalDraftText(DocumentXml xml, int limit) {
    this.xml = xml;
    this.limit = limit;
    this.fountain = new FountainText(limit);
  }

  /**
   * Reads it.
   *
   * @param limit longest text, in characters
   * @throws UnreadableDocumentException if it is damaged, or made to do harm
   */
  static OfficeText of(DocumentXml xml, int limit) {
    return new FinalDraftText(xml, limit).read();
  }

  private OfficeText read() {
    boolean isTitlePage = false;
    while (xml.next()) {
      boolean isStart = xml.isStart();
      switch (xml.name()) {
        case "TitlePage" -> isTitlePage = isStart;
        // Running lines, and lists of what the screenplay names, are no part of its text.
        case "HeaderAndFooter", "SmartType", "Lists", "Characters", "TargetScriptLength" -> {
          if (isStart) {
            xml.skip();
          }
        }
        case "DualDialogue" -> {
          dual += isStart ? 1 : -1;
          speakers = 0;
        }
        case "Paragraph" -> {
          if (isStart) {
            paragraph(isTitlePage);
          }
        }
        default -> {}
      }
    }
    if (isFormatted) {
      losses.add(Loss.FORMATTING);
    }
    String text = TitlePageText.of(titlePage) + fountain.text();
    MarkdownText.check(text.length(), limit);
    return new OfficeText(text, losses.said());
  }

  /** One paragraph; two people who speak at once lie inside one, as paragraphs of their own. */
  private void paragraph(boolean isTitlePage) {
    String type = xml.attribute("Type", "Action");
    @Nullable String number = xml.attribute("Number");
    boolean isCentred = xml.attribute("Alignment", "").equals("Center");
    boolean isNewPage = xml.attribute("StartsNewPage", "No").equals("Yes");
    StringBuilder words = new StringBuilder();
    int inside = xml.depth();
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      boolean isStart = xml.isStart();
      switch (xml.name()) {
        case "Text" -> {
          if (isStart) {
            words.append(text());
            MarkdownText.check(words.length(), limit);
          }
        }
        case "SceneProperties" -> {
          if (isStart) {
            sceneProperties();
          }
        }
        case "ScriptNote" -> {
          if (isStart) {
            losses.add(Loss.NOTE);
            xml.skip();
          }
        }
        case "DualDialogue" -> {
          dual += isStart ? 1 : -1;
          speakers = 0;
        }
        case "Paragraph" -> {
          if (isStart) {
            paragraph(isTitlePage);
          }
        }
        default -> {}
      }
    }
    String lines = lines(words);
    if (isTitlePage) {
      titlePage.add(lines.strip());
    } else {
      if (isNewPage) {
        fountain.pageBreak();
      }
      add(type, lines, number, isCentred);
    }
  }

  private static String lines(StringBuilder words) {
    return words.toString().replace("\r\n", "\n").replaceAll("[\r\u2028\u2029\u000B]", "\n");
  }

  private String text() {
    isFormatted |= !xml.attribute("Style", "").isEmpty();
    StringBuilder words = new StringBuilder();
    int inside = xml.depth();
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      words.append(xml.text());
      MarkdownText.check(words.length(), limit);
    }
    return words.toString();
  }

  private void sceneProperties() {
    int inside = xml.depth();
    boolean hasWords = false;
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      hasWords |= !xml.text().isBlank();
    }
    if (hasWords) {
      losses.add(Loss.SUMMARY);
    }
  }

  private void add(String type, String words, @Nullable String number, boolean isCentred) {
    switch (type) {
      case "Scene Heading" -> fountain.sceneHeading(words, number);
      case "Character" -> {
        speakers++;
        fountain.character(words, dual > 0 && speakers == 2);
      }
      case "Parenthetical" -> fountain.parenthetical(words);
      case "Dialogue" -> fountain.dialogue(words);
      case "Transition" -> fountain.transition(words);
      case "Singing", "Lyrics" -> fountain.lyrics(words);
      case "New Act", "End of Act" -> fountain.centred(words);
      default -> {
        if (isCentred) {
          fountain.centred(words);
        } else {
          fountain.action(words);
        }
      }
    }
  }
}
