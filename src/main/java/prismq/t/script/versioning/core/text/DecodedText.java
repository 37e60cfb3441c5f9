package prismq.t.script.versioning.core.text;

import java.util.List;

/**
 * A text in an encoding that it may have.
 *
 * @param score how plausible its characters are; the more, the likelier
 */
record DecodedText(TextEncoding encoding, String text, long score) {
  /** The one with the highest score; of several, the first. */
  static DecodedText likeliest(List<DecodedText> readings) {
    DecodedText best = readings.get(0);
    for (DecodedText reading : readings) {
      if (reading.score > best.score) {
        best = reading;
      }
    }
    return best;
  }

  /** By how much it is likelier than all that have other characters. */
  long lead(List<DecodedText> readings) {
    long next = Integer.MIN_VALUE;
    for (DecodedText reading : readings) {
      if (reading.score > next && !reading.text.equals(text)) {
        next = reading.score;
      }
    }
    return score - next;
  }

  /** By how much it is likelier than that in an encoding. */
  long leadOver(TextEncoding encoding, List<DecodedText> readings) {
    return score
        - readings.stream()
            .filter(reading -> reading.encoding.equals(encoding))
            .mapToLong(DecodedText::score)
            .sum();
  }
}
