package prismq.t.script.versioning.bench;

import java.util.Locale;

/** How figures are written in the table. */
final class Figures {
  private Figures() {}

  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String bytes(long bytes) {
    return whole(bytes) + " B";
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
  }

  static String milliseconds(double milliseconds) {
    String format = milliseconds < 10 ? "%.2f ms" : milliseconds < 100 ? "%.1f ms" : "%.0f ms";
    return String.format(Locale.ROOT, format, milliseconds);
  }

  static String seconds(double milliseconds) {
    return String.format(Locale.ROOT, "%.2f s", milliseconds / 1e3);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  static String average(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
