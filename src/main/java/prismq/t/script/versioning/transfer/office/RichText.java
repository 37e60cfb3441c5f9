package prismq.t.script.versioning.transfer.office;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.office.Losses.Loss;

/** Reads a file in the Rich Text Format (.rtf, version 1.9.1) as Markdown. */
final class RichText {
  private static final int MAX_DEPTH = 1_000;

  private final RichTextScanner scanner;
  private final int limit;
  private final Losses losses = new Losses();
  private final RichTextParagraphs paragraphs;
  private final RichTextFonts fonts = new RichTextFonts();
  private final RichTextStyles styles = new RichTextStyles();
  private final Deque<RichTextGroup> outer = new ArrayDeque<>();
  private RichTextGroup state = new RichTextGroup();

  private final StringBuilder words = new StringBuilder();
  private final StringBuilder beside = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private int fallback;
  private int font;
  private String lastChange = "";
  private boolean isInTable;
  private boolean isTableCounted;
  private boolean isFormatted;

  private RichText(byte[] bytes, int limit) {
    this.scanner = new RichTextScanner(bytes);
    this.limit = limit;
    this.paragraphs = new RichTextParagraphs(limit);
  }

  /**
   * Reads it with its tracked changes accepted.
   *
   * @param limit longest text, in characters
   * @throws UnreadableDocumentException if it is made to do harm
   */
  static OfficeText of(byte[] bytes, int limit) {
    return new RichText(bytes, limit).read();
  }

  private OfficeText read() {
    boolean isStarred = false;
    boolean isAtEnd = false;
    while (!isAtEnd) {
      RichTextScanner.RichTextMark mark = scanner.next();
      if (mark != RichTextScanner.RichTextMark.BYTE) {
        flush();
      }
      switch (mark) {
        case OPEN -> open();
        case CLOSE -> isAtEnd = close();
        case BYTE -> take(scanner.value());
        case WORD -> {
          if (scanner.word().equals("*")) {
            isStarred = true;
            continue;
          }
          word(scanner.word(), isStarred);
        }
        case END -> {
          isAtEnd = true;
          losses.add(Loss.CUT_OFF);
        }
      }
      isStarred = false;
    }
    endParagraph();
    if (isFormatted) {
      losses.add(Loss.FORMATTING);
    }
    return new OfficeText(paragraphs.text(), losses.said());
  }

  private void open() {
    if (outer.size() == MAX_DEPTH) {
      throw new UnreadableDocumentException(
          FilledMessage.of("office.deep_groups", MAX_DEPTH), null);
    }
    fallback = 0;
    outer.push(state);
    state = state.copy();
  }

  /** Ends a group; true where it is the outermost. */
  private boolean close() {
    fallback = 0;
    RichTextGroup inner = state;
    @Nullable RichTextGroup before = outer.poll();
    if (before == null) {
      return true;
    }
    state = before;
    if (inner.destination == RichTextGroup.Destination.LIST_MARK
        && state.destination == RichTextGroup.Destination.TEXT) {
      paragraphs.listMark(beside.toString().strip());
      beside.setLength(0);
    }
    return outer.isEmpty();
  }

  private void take(int value) {
    if (fallback > 0) {
      fallback--;
    } else {
      pending.write(value);
    }
  }

  /** Bytes are decoded together, because a letter may take two of them. */
  private void flush() {
    if (pending.size() > 0) {
      String decoded = pending.toString(fonts.of(state.font));
      pending.reset();
      add(decoded);
    }
  }

  private void add(String added) {
    switch (state.destination) {
      case TEXT -> addToText(added);
      case LIST_MARK -> beside.append(added);
      case STYLES -> styles.named(added);
      case FONTS, NOTHING -> {}
    }
    MarkdownText.check(words.length() + beside.length(), limit);
  }

  private void addToText(String added) {
    String change = state.isDeleted ? "deleted" : state.isInserted ? "inserted" : "";
    if (!change.isEmpty() && !change.equals(lastChange)) {
      losses.add(Loss.TRACKED_CHANGE);
    }
    lastChange = change;
    if (!state.isDeleted && !state.isHidden) {
      words.append(added.replace("\0", ""));
    }
  }

  private void word(String word, boolean isStarred) {
    fallback = 0;
    count(word);
    if (isDestination(word, isStarred)) {
      return;
    }
    if (state.destination == RichTextGroup.Destination.FONTS) {
      ofFont(word);
    } else if (state.destination == RichTextGroup.Destination.STYLES) {
      styles.word(word, scanner.number());
    } else if (state.destination != RichTextGroup.Destination.NOTHING) {
      if (!ofDocument(word) && !ofCharacters(word)) {
        ofParagraph(word);
      }
    }
  }

  /** What is left out is counted wherever it stands. */
  private void count(String word) {
    switch (word) {
      case "pict" -> {
        if (!state.isPictureAgain) {
          losses.add(Loss.PICTURE);
        }
      }
      case "nonshppict" -> state.isPictureAgain = true;
      case "object" -> {
        losses.add(Loss.OBJECT);
        state.isPictureAgain = true;
      }
      case "shptxt" -> losses.add(Loss.TEXT_BOX);
      case "footnote" -> losses.add(Loss.FOOTNOTE);
      case "annotation" -> losses.add(Loss.COMMENT);
      default -> {}
    }
  }

  private boolean isDestination(String word, boolean isStarred) {
    if (state.destination == RichTextGroup.Destination.NOTHING) {
      return true;
    }
    switch (word) {
      case "fonttbl" -> state.destination = RichTextGroup.Destination.FONTS;
      case "stylesheet" -> {
        state.destination = RichTextGroup.Destination.STYLES;
      }
      case "listtext", "pntext" -> {
        state.destination = RichTextGroup.Destination.LIST_MARK;
        beside.setLength(0);
      }
      default -> {
        boolean isKept =
            state.destination == RichTextGroup.Destination.STYLES && !RichTextGroup.isBeside(word);
        if (isKept || !(isStarred || RichTextGroup.isBeside(word))) {
          return false;
        }
        state.destination = RichTextGroup.Destination.NOTHING;
      }
    }
    return true;
  }

  private void ofFont(String word) {
    if (word.equals("f")) {
      font = scanner.number();
    } else if (word.equals("fcharset")) {
      fonts.font(font, scanner.number());
    } else if (word.equals("cpg")) {
      fonts.ofFont(font, scanner.number());
    }
  }

  private boolean ofDocument(String word) {
    switch (word) {
      case "ansicpg" -> fonts.document(scanner.number());
      case "mac" -> fonts.document(10_000);
      case "pc" -> fonts.document(437);
      case "pca" -> fonts.document(850);
      case "deff" -> {
        fonts.defaultFont(scanner.number());
        state.font = scanner.number();
      }
      case "uc" -> state.fallbackLength = Math.max(0, scanner.number());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean ofCharacters(String word) {
    switch (word) {
      case "f" -> state.font = scanner.number();
      case "plain" -> state.plain(fonts.defaultFont());
      case "v" -> state.isHidden = scanner.isOn();
      case "revised" -> state.isInserted = scanner.isOn();
      case "deleted" -> state.isDeleted = scanner.isOn();
      case "b", "i", "ul", "strike", "scaps", "caps", "super", "sub" ->
          isFormatted |= scanner.isOn() && state.destination == RichTextGroup.Destination.TEXT;
      case "u" -> {
        add(Character.toString((char) scanner.number()));
        fallback = state.fallbackLength;
      }
      case "tab" -> add("\t");
      case "line", "lbr" -> add("\n");
      case "emdash" -> add("\u2014");
      case "endash" -> add("\u2013");
      case "emspace" -> add("\u2003");
      case "enspace" -> add("\u2002");
      case "lquote" -> add("\u2018");
      case "rquote" -> add("\u2019");
      case "ldblquote" -> add("\u201C");
      case "rdblquote" -> add("\u201D");
      case "bullet" -> add("\u2022");
      case "~" -> add("\u00A0");
      case "_" -> add("\u2011");
      case "-" -> add("\u00AD");
      case "zwj" -> add("\u200D");
      case "zwnj" -> add("\u200C");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void ofParagraph(String word) {
    if (state.destination != RichTextGroup.Destination.TEXT) {
      return;
    }
    switch (word) {
      case "par", "sect", "page" -> paragraphMark();
      case "cell", "nestcell" -> endParagraph();
      case "trowd" -> startRow();
      case "row", "nestrow" -> endParagraph();
      case "pard" -> {
        paragraphs.plain();
        // A table goes on as long as its paragraphs say so.
        isInTable = false;
      }
      case "intbl" -> isInTable = true;
      case "s" -> paragraphs.styleHeading(styles.heading(scanner.number()));
      case "outlinelevel" -> paragraphs.outline(scanner.number());
      case "ls" -> paragraphs.list(scanner.number());
      case "ilvl" -> paragraphs.level(scanner.number());
      default -> {}
    }
  }

  private void startRow() {
    if (!isTableCounted) {
      losses.add(Loss.TABLE);
      isTableCounted = true;
    }
  }

  /** An end that was deleted joins its paragraph with the next one. */
  private void paragraphMark() {
    if (state.isDeleted) {
      addToText("");
    } else {
      isTableCounted &= isInTable;
      endParagraph();
    }
  }

  private void endParagraph() {
    paragraphs.end(words.toString());
    words.setLength(0);
  }
}
