package prismq.t.script.versioning.core.passage;

/** What new passages are compared with: all earlier ones of their script, by fingerprints only. */
public final class EarlierPassages {
  private final PassageNumbers numbers = new PassageNumbers();
  private final EarlierPhrases phrases = new EarlierPhrases();

  /** Knows no passage. */
  public EarlierPassages() {}

  /** All passages of a history. */
  public static EarlierPassages of(PassageHistory history) {
    EarlierPassages passages = new EarlierPassages();
    PassageTexts.forEach(
        history,
        (passage, text) -> {
          passages.numbers.of(text);
          passages.phrases.add(passage, PassageWords.of(text));
        });
    return passages;
  }

  /** Number of passages that are known. */
  public int size() {
    return numbers.size();
  }

  /** About how much memory it takes, in bytes. */
  public long weight() {
    return numbers.weight() + phrases.weight();
  }

  PassageNumbers numbers() {
    return numbers;
  }

  EarlierPhrases phrases() {
    return phrases;
  }
}
