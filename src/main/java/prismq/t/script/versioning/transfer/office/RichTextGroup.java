package prismq.t.script.versioning.transfer.office;

import java.util.Set;

/** What holds in a group of the Rich Text Format, and in those inside it until they change it. */
final class RichTextGroup {
  /** Groups whose words are none of the text. */
  private static final Set<String> BESIDE =
      Set.of(
          "colortbl",
          "info",
          "pict",
          "object",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "ftnsep",
          "ftnsepc",
          "ftncn",
          "footnote",
          "annotation",
          "atnid",
          "atnauthor",
          "xe",
          "tc",
          "rxe",
          "template",
          "filetbl",
          "revtbl",
          "rsidtbl",
          "generator",
          "listtable",
          "listoverridetable",
          "nonshppict",
          "pgptbl",
          "themedata",
          "fldinst",
          "datafield",
          "bkmkstart",
          "bkmkend",
          "shpinst",
          "do");

  /** Where words go to. */
  enum Destination {
    TEXT,
    NOTHING,
    FONTS,
    STYLES,
    LIST_MARK
  }

  Destination destination = Destination.TEXT;
  boolean isPictureAgain;
  int font;
  int fallbackLength = 1;
  boolean isHidden;
  boolean isInserted;
  boolean isDeleted;

  /** Whether a group that begins with this word has no words of the text. */
  static boolean isBeside(String word) {
    return BESIDE.contains(word);
  }

  RichTextGroup copy() {
    RichTextGroup copy = new RichTextGroup();
    copy.destination = destination;
    copy.isPictureAgain = isPictureAgain;
    copy.font = font;
    copy.fallbackLength = fallbackLength;
    copy.isHidden = isHidden;
    copy.isInserted = isInserted;
    copy.isDeleted = isDeleted;
    return copy;
  }

  /** Characters are as they are where nothing is said of them. */
  void plain(int defaultFont) {
    font = defaultFont;
    isHidden = false;
    isInserted = false;
    isDeleted = false;
  }
}
