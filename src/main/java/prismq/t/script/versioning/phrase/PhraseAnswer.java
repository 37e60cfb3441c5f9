package prismq.t.script.versioning.phrase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Times;

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
  private static final Numbers NUMBERS = new Numbers();

  /** A version in which the phrase was added or removed; url is where the page shows it. */
  record Event(Version version, Turn turn, String url) {
    String html(Times times, boolean hasBranches) {
      return Messages.html(
          hasBranches ? "phrase.event_on_branch" : "phrase.event",
          turn.cssClass(),
          turn.words(),
          url,
          version.versionNumber(),
          version.person().name(),
          version.createdAt(),
          times.exact(version.createdAt()),
          times.relative(version.createdAt()),
          version.branch());
    }
  }

  /** When it was added and removed, as HTML. */
  public String lead(Times times) {
    // The values are HTML already, or numbers.
    List<String> told = events.stream().map(event -> event.html(times, hasBranches)).toList();
    return isShortened
        ? Messages.text(
            "phrase.lead_shortened",
            told.get(0),
            NUMBERS.count(removedCount, "time"),
            NUMBERS.count(addedAgainCount, "time"),
            told.get(1))
        : Messages.text("phrase.lead", Messages.list(told));
  }

  /** What the strip shows, in words. */
  public String stripLabel() {
    return strip.most() == 1
        ? Messages.text("phrase.strip_of_one", strip.latest())
        : Messages.text("phrase.strip", strip.latest(), NUMBERS.whole(strip.most()));
  }
}
