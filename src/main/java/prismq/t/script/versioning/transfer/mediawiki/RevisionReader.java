package prismq.t.script.versioning.transfer.mediawiki;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

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
  private @Nullable String text;
  private String whyNoText = "the export has no text of it";
  private String sha1 = "";
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

  Revision read() throws XMLStreamException {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "id" -> id = xml.word().strip();
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
        case "text" -> readText();
        case "sha1" -> sha1 = xml.word().strip();
        case "content" -> readSlot();
        default -> xml.skip();
      }
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
        text == null ? whyNoText : "",
        sha1,
        otherSlots);
  }

  private boolean isDeleted() {
    return xml.attribute("deleted") != null;
  }

  private void readContributor() throws XMLStreamException {
    isContributorDeleted = isDeleted();
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
  private void readSlot() throws XMLStreamException {
    String role = "";
    while (xml.nextChild()) {
      if (xml.name().equals("role")) {
        role = xml.word().strip();
      } else {
        xml.skip();
      }
    }
    otherSlots += (otherSlots.isEmpty() ? "" : ", ") + (role.isEmpty() ? "unnamed" : role);
  }

  private void readText() throws XMLStreamException {
    boolean isDeleted = isDeleted();
    @Nullable String bytes = xml.attribute("bytes");
    @Nullable String hash = xml.attribute("sha1");
    String read = xml.text(maxTextLength + 1);
    if (isDeleted) {
      whyNoText = "the wiki has deleted its text";
    } else if (read.length() > maxTextLength) {
      whyNoText = "over the size limit of " + maxTextLength + " bytes, which --size-limit sets";
    } else if (read.isEmpty() && bytes != null && !bytes.equals("0")) {
      whyNoText = "the export has no text of it; have it made with texts, not as a stub";
    } else {
      text = read;
    }
    if (hash != null && sha1.isEmpty()) {
      sha1 = hash;
    }
  }
}
