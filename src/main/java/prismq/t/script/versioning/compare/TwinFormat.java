package prismq.t.script.versioning.compare;

import java.util.Arrays;
import java.util.List;

/** The formats of a comparison besides its page, by the extension of its address. */
public enum TwinFormat {
  /** For reading in a mail or a terminal. */
  TEXT(".txt", "text/plain; charset=utf-8"),
  /** The whole text with its changes marked, for editors of Markdown. */
  CRITIC_MARKUP(".criticmarkup", "text/plain; charset=utf-8"),
  /** For {@code patch} and {@code git apply}. */
  UNIFIED(".diff", "text/x-diff; charset=utf-8"),
  /** Rows that are marked by word, for programs. */
  JSON(".json", "application/json");

  private final String ending;
  private final String contentType;

  TwinFormat(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  /** The ending of its address and of its files. */
  public String ending() {
    return ending;
  }

  String contentType() {
    return contentType;
  }

  /** All endings. */
  static List<String> endings() {
    return Arrays.stream(values()).map(TwinFormat::ending).toList();
  }
}
