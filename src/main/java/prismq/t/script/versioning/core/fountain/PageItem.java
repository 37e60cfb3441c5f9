package prismq.t.script.versioning.core.fountain;

import java.util.List;

/** What is kept together on the pages of a screenplay as far as it goes. */
public sealed interface PageItem {
  /** The first character of the source that is in it. */
  int start();

  /**
   * Lines of one kind without an empty one between them: a heading, action or the like.
   *
   * @param type that of all of its lines
   */
  record PageParagraph(FountainType type, List<FountainElement> lines) implements PageItem {
    @Override
    public int start() {
      return lines.get(0).start();
    }
  }

  /**
   * What somebody says.
   *
   * @param lines what is said, sung and how
   */
  record Speech(FountainElement cue, List<FountainElement> lines) implements PageItem {
    @Override
    public int start() {
      return cue.start();
    }
  }

  /** What two say at once, which stands side by side. */
  record DualSpeech(Speech left, Speech right) implements PageItem {
    @Override
    public int start() {
      return left.start();
    }
  }

  /** Where the author ends the page. */
  record PageEnd(FountainElement element) implements PageItem {
    @Override
    public int start() {
      return element.start();
    }
  }

  /**
   * What stands in place of a scene that was taken out.
   *
   * @param start of what follows
   */
  record OmittedItem(String number, int start) implements PageItem {}
}
