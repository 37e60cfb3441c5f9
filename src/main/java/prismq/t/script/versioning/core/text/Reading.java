package prismq.t.script.versioning.core.text;

import java.util.List;

/**
 * A text in an encoding that it may have.
 *
 * @param score how plausible its characters are; the more, the likelier
 */
record Reading(TextEncoding encoding, String text, long score) {
  /** The one with the highest score; of several, the first. */
  static Reading likeliest(List<Reading> readings) {
    Reading best = readings.get(0);
    for (Reading reading : readings) {
      if (reading.score > best.score) {
        best = reading;
      }
    }
    return best;
  }

  /** By how much it is likelier than all that have other characters. */
  long lead(List<Reading> readings) {
    long next = Integer.MIN_VALUE;
    for (Reading reading : readings) {
      if (reading.score > next && !reading.text.equals(text)) {
        next = reading.score;
      }
    }
    return score - next;
  }

  /** By how much it is likelier than that in an encoding. */
  long leadOver(TextEncoding encoding, List<Reading> readings) {
    return score
        - readings.stream()
            .filter(reading -> reading.encoding.equals(encoding))
            .mapToLong(Reading::score)
            .sum();
  }
}
