package prismq.t.script.versioning.core.fountain;

import java.util.List;

/**
 * A text in Fountain and its elements.
 *
 * @param source as it was written
 * @param elements in order; each character of the source is in exactly one
 * @param titlePage without entries where it has none
 */
public record Screenplay(String source, List<FountainElement> elements, TitlePage titlePage) {
  /** Reads any text as Fountain, in which nothing is an error. */
  public static Screenplay parse(String source) {
    List<FountainElement> elements = FountainParser.parse(source);
    return new Screenplay(source, elements, TitlePage.of(source, elements));
  }

  /** What is read of an element, with the signs of emphasis. */
  public String text(FountainElement element) {
    return element.text(source);
  }

  /** The name of who speaks at a cue, in capitals and without what stands in brackets. */
  public String name(FountainElement cue) {
    return FountainRules.name(text(cue));
  }

  /** What is printed, put together to paragraphs and speeches, in order. */
  public List<PageItem> items() {
    return PageItems.of(elements);
  }

  /** How many lines an item takes on the page, the empty ones above it among them. */
  public int pageLines(PageItem item) {
    return PageMeasure.linesBefore(item) + new PageMeasure(source).lines(item);
  }

  /** The pages of the screenplay, without the title page. */
  public List<PageSheet> pages() {
    return Pagination.of(this);
  }

  /** Where the lines of an element begin on the page, in its text without signs of emphasis. */
  public int[] lineStarts(FountainElement element) {
    return new PageMeasure(source).starts(element, false);
  }
}
