package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.Fountain;

/**
 * Reads Fountain 1.1 (fountain.io/syntax), with the shots, page numbers and settings of Beat.
 * Whatever it is given is a screenplay, if need be one of nothing but action. Takes time in
 * proportion to the text.
 *
 * <p>More lines head a scene than the standard has it: the words of other languages do, and a line
 * that follows a heading, a section, a synopsis or a transition needs no empty line before it.
 */
final class FountainParser {
  private final List<FountainLine> lines;
  private final List<FountainElement> elements = new ArrayList<>();

  /** Whether what comes now follows an empty line, or what stands for one. */
  private boolean isAfterBlank = true;

  /** Whether what comes now may be spoken. */
  private boolean isSpeech;

  private FountainParser(String source) {
    this.lines = FountainLine.of(source);
  }

  /** The elements in order; each character of the source is in exactly one. */
  static List<FountainElement> parse(String source) {
    FountainParser parser = new FountainParser(source);
    int start = parser.addTitlePage();
    for (int i = start; i < parser.lines.size(); i++) {
      parser.add(i);
    }
    return List.copyOf(parser.elements);
  }

  private int addTitlePage() {
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    int end = TitlePage.end(lines, first);
    for (int i = 0; i < end; i++) {
      FountainLine line = lines.get(i);
      if (i < first) {
        addBlank(line);
      } else {
        elements.add(line.element(FountainType.TITLE_PAGE, LineShape.stripped(line.visible())));
      }
    }
    return end;
  }

  private void add(int index) {
    FountainLine line = lines.get(index);
    if (line.isBlank()) {
      addBlank(line);
      return;
    }
    String visible = line.visible();
    LineShape shape = LineShape.stripped(visible);
    String stripped = visible.substring(shape.textStart(), shape.textEnd());
    if (addForced(line, stripped)) {
      return;
    }
    if (isSpeech) {
      boolean isAside = stripped.startsWith("(") && stripped.endsWith(")");
      put(line, isAside ? FountainType.PARENTHETICAL : FountainType.DIALOGUE, shape);
    } else if (!addStructure(line, stripped)) {
      addParagraph(line, stripped, shape, isBlankAfter(index));
    }
  }

  private void addBlank(FountainLine line) {
    String visible = line.visible();
    LineShape none =
        new LineShape(visible.length(), visible.length(), visible.length(), visible.length());
    if (line.hasNote()) {
      // It stands beside the text, so that it parts nothing.
      elements.add(line.element(FountainType.NOTE, none));
    } else if (!line.hidden().isEmpty()) {
      elements.add(line.element(FountainType.BONEYARD, none));
      if (!line.isWithinOneLine()) {
        isAfterBlank = true;
        isSpeech = false;
      }
    } else if (isSpeech && visible.equals("  ")) {
      elements.add(line.element(FountainType.DIALOGUE, none));
    } else {
      elements.add(line.element(FountainType.BLANK, none));
      isAfterBlank = true;
      isSpeech = false;
    }
  }

  /** Adds what a sign makes what it is wherever it stands; false where there is none. */
  private boolean addForced(FountainLine line, String stripped) {
    String visible = line.visible();
    switch (stripped.charAt(0)) {
      case '~' -> put(line, FountainType.LYRIC, LineShape.behind(visible, 1));
      case '!' -> {
        boolean isShot = stripped.startsWith("!!");
        LineShape behind = LineShape.behind(visible, isShot ? 2 : 1);
        put(line, isShot ? FountainType.SHOT : FountainType.ACTION, behind);
        isSpeech = false;
      }
      case '>' -> {
        boolean isCentered = stripped.length() > 1 && stripped.endsWith("<");
        LineShape behind = LineShape.behind(visible, 1);
        put(
            line,
            isCentered ? FountainType.CENTERED : FountainType.TRANSITION,
            isCentered
                ? LineShape.within(visible, behind.textStart(), behind.textEnd() - 1)
                : behind);
        isAfterBlank = true;
        isSpeech = false;
      }
      case '=' -> {
        return addPageBreak(line, stripped);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean addPageBreak(FountainLine line, String stripped) {
    int @Nullable [] number = FountainRules.pageNumber(stripped);
    if (number == null) {
      return false;
    }
    String visible = line.visible();
    int shift = LineShape.stripped(visible).textStart();
    LineShape own = LineShape.within(visible, shift + number[0], shift + number[1]);
    int start = own.textStart();
    put(line, FountainType.PAGE_BREAK, new LineShape(start, start, start, own.textEnd()));
    isAfterBlank = true;
    isSpeech = false;
    return true;
  }

  /** Adds what belongs to the outline, or heads a scene; false where it does neither. */
  private boolean addStructure(FountainLine line, String stripped) {
    String visible = line.visible();
    switch (stripped.charAt(0)) {
      case '#' -> {
        int depth = 1;
        while (depth < stripped.length() && stripped.charAt(depth) == '#') {
          depth++;
        }
        put(line, FountainType.SECTION, LineShape.behind(visible, depth));
        isAfterBlank = true;
        return true;
      }
      case '=' -> {
        put(line, FountainType.SYNOPSIS, LineShape.behind(visible, 1));
        isAfterBlank = true;
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private void addParagraph(
      FountainLine line, String stripped, LineShape shape, boolean isBlankAfter) {
    String visible = line.visible();
    if (!isAfterBlank) {
      addAction(line);
    } else if (Fountain.isForcedHeading(stripped)) {
      addHeading(line, LineShape.behind(visible, 1));
    } else if (FountainRules.isStandardHeading(stripped)
        || (isBlankAfter && FountainRules.isHeading(stripped))) {
      addHeading(line, shape);
    } else if (stripped.charAt(0) == '@' && stripped.length() > 1) {
      addCue(line, LineShape.behind(visible, 1), isBlankAfter);
    } else if (isBlankAfter && FountainRules.isTransition(stripped)) {
      put(line, FountainType.TRANSITION, shape);
      isAfterBlank = true;
    } else if (!isBlankAfter && FountainRules.isCue(stripped)) {
      addCue(line, shape, false);
    } else {
      addAction(line);
    }
  }

  /** Action keeps the white space that it begins with. */
  private void addAction(FountainLine line) {
    String visible = line.visible();
    int end = LineShape.stripped(visible).textEnd();
    int start = visible.startsWith("\uFEFF") ? 1 : 0;
    put(line, FountainType.ACTION, new LineShape(Math.min(start, end), end, end, end));
  }

  private void addHeading(FountainLine line, LineShape shape) {
    int @Nullable [] number = FountainRules.sceneNumber(line.visible(), shape);
    put(
        line,
        FountainType.HEADING,
        number == null ? shape : shape.withNumber(line.visible(), number[0], number[1]));
    isAfterBlank = true;
  }

  private void addCue(FountainLine line, LineShape shape, boolean isBlankAfter) {
    boolean isDual =
        shape.textEnd() > shape.textStart() && line.visible().charAt(shape.textEnd() - 1) == '^';
    LineShape name =
        isDual ? LineShape.within(line.visible(), shape.textStart(), shape.textEnd() - 1) : shape;
    put(line, isDual ? FountainType.DUAL_CHARACTER : FountainType.CHARACTER, name);
    isSpeech = !isBlankAfter;
  }

  private void put(FountainLine line, FountainType type, LineShape shape) {
    elements.add(line.element(type, shape));
    isAfterBlank = false;
  }

  /** Whether an empty line follows, or the end; notes are looked past. */
  private boolean isBlankAfter(int index) {
    int next = index + 1;
    while (next < lines.size() && isBeside(lines.get(next))) {
      next++;
    }
    return next == lines.size() || lines.get(next).isBlank();
  }

  private static boolean isBeside(FountainLine line) {
    return line.isBlank() && !line.hidden().isEmpty() && (line.hasNote() || line.isWithinOneLine());
  }
}
