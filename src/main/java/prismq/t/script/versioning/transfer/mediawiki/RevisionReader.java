package prismq.t.script.versioning.transfer.mediawiki;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/** Reads one revision of a page. */
final class RevisionReader {
  private static final int MAX_COMMENT_LENGTH = 100_000;

  private final XmlCursor xml;
  private final int maxTextLength;
  private String id = "";
  private String parentId = "";
  private String timestamp = "";
  private String contributor = "";
  private boolean isContributorDeleted;
  private String comment = "";
  private boolean isCommentDeleted;
  private boolean isMinor;
  private String model = "";
  private boolean hasTexts;
  private @Nullable String text;
  private FilledMessage whyNoText = FilledMessage.of("remark.wiki.no_text");
  private String sha1 = "";
  private String textSha1 = "";
  private String otherSlots = "";

  /**
   * Reads the revision whose start was read last.
   *
   * @param maxTextLength in characters; longer texts are left out
   */
  RevisionReader(XmlCursor xml, int maxTextLength) {
    this.xml = xml;
    this.maxTextLength = maxTextLength;
  }

  /** The revision; null if the file ends in it. */
  @Nullable Revision read() {
    xml.open("revision");
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "id" -> {
          String read = xml.word().strip();
          // A second one is of another element, whose start is missing.
          id = id.isEmpty() ? read : id;
        }
        case "parentid" -> parentId = xml.word().strip();
        case "timestamp" -> timestamp = xml.word().strip();
        case "contributor" -> readContributor();
        case "comment" -> {
          isCommentDeleted = isDeleted();
          comment = xml.text(MAX_COMMENT_LENGTH);
        }
        case "minor" -> {
          isMinor = true;
          xml.skip();
        }
        case "model" -> model = xml.word().strip();
        case "text" -> {
          if (hasTexts) {
            xml.lost(FilledMessage.of("remark.wiki.several_texts"));
          }
          hasTexts = true;
          readText();
        }
        case "sha1" -> sha1 = xml.word().strip();
        case "content" -> readSlot();
        default -> xml.skip();
      }
    }
    if (!xml.isEnded() && xml.isAtEnd()) {
      return null;
    }
    return new Revision(
        id,
        parentId,
        timestamp,
        contributor,
        isContributorDeleted,
        comment,
        isCommentDeleted,
        isMinor,
        model,
        text,
        text == null ? whyNoText : null,
        textSha1.isEmpty() && otherSlots.isEmpty() ? sha1 : textSha1,
        otherSlots,
        xml.takeDamage());
  }

  private boolean isDeleted() {
    return xml.attribute("deleted") != null;
  }

  private void readContributor() {
    isContributorDeleted = isDeleted();
    xml.open("contributor");
    while (xml.nextChild()) {
      String name = xml.name();
      if (name.equals("username") || name.equals("ip")) {
        contributor = xml.word();
      } else {
        xml.skip();
      }
    }
  }

  /** A further content that stands beside the text. */
  private void readSlot() {
    String role = "";
    xml.open("content");
    while (xml.nextChild()) {
      if (xml.name().equals("role")) {
        role = xml.word().strip();
      } else {
        xml.skip();
      }
    }
    otherSlots +=
        (otherSlots.isEmpty() ? "" : ", ")
            + (role.isEmpty() ? Messages.text("remark.wiki.unnamed") : role);
  }

  private void readText() {
    boolean isDeleted = isDeleted();
    @Nullable String bytes = xml.attribute("bytes");
    @Nullable String hash = xml.attribute("sha1");
    String read = xml.text(maxTextLength + 1);
    if (isDeleted) {
      whyNoText = FilledMessage.of("remark.wiki.text_deleted");
    } else if (read.length() > maxTextLength) {
      whyNoText = FilledMessage.of("remark.too_large", maxTextLength);
    } else if (read.isEmpty() && bytes != null && !bytes.equals("0")) {
      whyNoText = FilledMessage.of("remark.wiki.stub");
    } else {
      text = read;
    }
    textSha1 = hash == null ? "" : hash;
  }
}
