package prismq.t.script.versioning.phrase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Numbers;

/**
 * What a page tells of a phrase that was found.
 *
 * @param isFolded whether case, accents and white space were ignored
 * @param spans in which versions it is, as a sentence
 * @param foldedSpans the same with case, accents and white space ignored; null if that is no other
 *     answer
 * @param events the versions in which it was added and removed; of many, the first and the last
 * @param removedCount how often it was removed in all
 * @param addedAgainCount how often it was added again in all
 * @param changes the changes on this page
 * @param count number of changes on all pages
 * @param hasBranches whether the script has several branches, so that each is named
 */
record PhraseAnswer(
    boolean isFolded,
    String spans,
    @Nullable String foldedSpans,
    List<Event> events,
    boolean isShortened,
    int removedCount,
    int addedAgainCount,
    PhraseStrip strip,
    List<PhraseChange> changes,
    int count,
    boolean hasBranches,
    String otherOrderUrl,
    @Nullable String previousUrl,
    @Nullable String nextUrl) {
  /** A version in which the phrase was added or removed; url is where the page shows it. */
  record Event(Version version, Turn turn, String url) {}

  /** What the strip shows, in words. */
  public String stripLabel() {
    return "Where it is among versions 1 to "
        + strip.latest()
        + ", "
        + (strip.most() == 1
            ? "never more than once"
            : "at most " + new Numbers().whole(strip.most()) + " times in one")
        + "; the list below says the same in words.";
  }
}
