package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.fountain.PageItem.DualSpeech;
import prismq.t.script.versioning.core.fountain.PageItem.PageEnd;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;

/** Puts the printed elements of a screenplay together to paragraphs and speeches. */
final class PageItems {
  /** Lines of these that follow each other directly are one paragraph. */
  private static final Set<FountainType> JOINED =
      Set.of(FountainType.ACTION, FountainType.CENTERED, FountainType.LYRIC);

  private final List<PageItem> items = new ArrayList<>();
  private List<FountainElement> paragraph = new ArrayList<>();
  private List<FountainElement> spoken = new ArrayList<>();
  private boolean isSpeech;

  private PageItems() {}

  static List<PageItem> of(List<FountainElement> elements) {
    PageItems all = new PageItems();
    elements.forEach(all::add);
    all.endParagraph();
    return List.copyOf(all.items);
  }

  private void add(FountainElement element) {
    FountainType type = element.type();
    if (type.isCue()) {
      endParagraph();
      addSpeech(element);
      isSpeech = true;
    } else if (isSpeech && type.isSpeech()) {
      spoken.add(element);
    } else if (type.isPrinted()) {
      isSpeech = false;
      addToParagraph(element);
    } else if (type != FountainType.NOTE && type != FountainType.BONEYARD) {
      isSpeech = false;
      endParagraph();
      if (type == FountainType.PAGE_BREAK) {
        items.add(new PageEnd(element));
      }
    }
  }

  private void addSpeech(FountainElement cue) {
    spoken = new ArrayList<>();
    Speech speech = new Speech(cue, spoken);
    int last = items.size() - 1;
    if (cue.type() == FountainType.DUAL_CHARACTER
        && last >= 0
        && items.get(last) instanceof Speech left) {
      items.set(last, new DualSpeech(left, speech));
    } else {
      items.add(speech);
    }
  }

  private void addToParagraph(FountainElement element) {
    FountainType type = element.type();
    boolean isJoined =
        !paragraph.isEmpty() && paragraph.get(0).type() == type && JOINED.contains(type);
    if (!isJoined) {
      endParagraph();
    }
    paragraph.add(element);
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      items.add(new PageParagraph(paragraph.get(0).type(), paragraph));
      paragraph = new ArrayList<>();
    }
  }
}
