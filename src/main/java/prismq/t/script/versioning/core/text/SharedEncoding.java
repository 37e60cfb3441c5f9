package prismq.t.script.versioning.core.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses the encoding of texts that most likely have the same, such as the drafts of a script: a
 * word or two in one of them may be anything, all of them together are not. Nothing of the texts is
 * kept.
 */
public final class SharedEncoding {
  /** By so much a wrong reading of a few words may be more plausible than the right one. */
  private static final int DOUBTFUL_LEAD = 5;

  /** By more than so much a wrong reading is hardly ever more plausible than all others. */
  private static final int DOUBTFUL_LEAD_OVER_ALL = 8;

  /** Of all texts; the likeliest encoding first, which counts where two are as likely. */
  private final Map<TextEncoding, Long> scores = new LinkedHashMap<>();

  /** Those that a text has by itself beyond doubt. */
  private final Set<TextEncoding> clear = new HashSet<>();

  /** Learns from one of the texts, if nothing but its characters tells its encoding. */
  public void learn(byte[] bytes) {
    if (!EncodingGuess.isUntold(bytes)) {
      return;
    }
    List<DecodedText> readings = EncodingGuess.readings(bytes);
    DecodedText own = DecodedText.likeliest(readings);
    if (own.encoding().isUtf8()) {
      return; // With a few broken bytes, which say nothing of the others.
    }
    readings.forEach(reading -> scores.merge(reading.encoding(), reading.score(), Long::sum));
    if (own.lead(readings) > DOUBTFUL_LEAD_OVER_ALL) {
      clear.add(own.encoding());
    }
  }

  /**
   * The encoding of one of the texts: what itself tells, else that of all of them together. It is
   * guessed by itself where it has bytes that are none of that encoding, or where it is likelier in
   * another one: clearly, or in one that some of the texts clearly have.
   *
   * @return empty if the bytes are no text in any encoding
   */
  public Optional<TextEncoding> of(byte[] bytes) {
    if (scores.isEmpty() || !EncodingGuess.isUntold(bytes)) {
      return EncodingGuess.ofText(bytes);
    }
    List<DecodedText> readings = EncodingGuess.readings(bytes);
    DecodedText own = DecodedText.likeliest(readings);
    TextEncoding shared = shared();
    boolean isShared =
        !clear.contains(own.encoding())
            && own.leadOver(shared, readings) <= DOUBTFUL_LEAD
            && shared.isExact(bytes);
    return Optional.of(isShared ? shared : own.encoding());
  }

  /** That of all texts; where some have theirs beyond doubt, one of these. */
  private TextEncoding shared() {
    List<DecodedText> all = new ArrayList<>();
    scores.forEach(
        (encoding, score) -> {
          if (clear.isEmpty() || clear.contains(encoding)) {
            all.add(new DecodedText(encoding, "", score));
          }
        });
    return DecodedText.likeliest(all).encoding();
  }
}
