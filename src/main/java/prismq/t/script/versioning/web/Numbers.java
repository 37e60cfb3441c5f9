package prismq.t.script.versioning.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written on pages. */
public final class Numbers {
  /** A whole number with thousands separated by a narrow space. */
  public String whole(long number) {
    return String.format(Locale.ENGLISH, "%,d", number).replace(',', '\u202f');
  }

  /** A number with at most one digit after the point. */
  public String short1(Number number) {
    return new BigDecimal(number.toString())
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Bytes as a reader tells them: “155 kB”. */
  public String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    return bytes < 1_000_000
        ? short1(bytes / 1e3) + " kB"
        : bytes < 1_000_000_000 ? short1(bytes / 1e6) + " MB" : short1(bytes / 1e9) + " GB";
  }

  /** A count with its noun in the right number: “1 word”, “2 words”. */
  public String count(long number, String noun) {
    if (number == 1) {
      return "1 " + noun;
    }
    return whole(number) + " " + noun + (noun.endsWith("ch") ? "es" : "s");
  }
}
