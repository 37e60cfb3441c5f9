package prismq.t.script.versioning.core.fountain;

import java.util.IdentityHashMap;

/**
 * The letters of a screenplay's elements. Those of long ones are kept, which are needed for each of
 * their pages. For one thread.
 */
public final class ElementTexts {
  private static final int LONG = 5_000;

  private final String source;
  private final IdentityHashMap<FountainElement, ElementText> kept = new IdentityHashMap<>();

  /** Those of elements of this source. */
  public ElementTexts(String source) {
    this.source = source;
  }

  ElementText of(FountainElement element) {
    return element.end() - element.start() < LONG
        ? ElementText.of(element, source)
        : kept.computeIfAbsent(element, key -> ElementText.of(key, source));
  }
}
