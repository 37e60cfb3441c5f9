package prismq.t.script.versioning.script;

import prismq.t.script.versioning.web.Urls;

/**
 * The two versions that are picked in a history to be compared.
 *
 * @param mark the version that one compares from; 0 if none is marked
 * @param selected the version that is shown beside the list; 0 if there is none
 */
record HistoryPick(int mark, int selected) {
  /** Whether there are two to compare. */
  public boolean isPair() {
    return mark > 0 && selected > 0 && mark != selected;
  }

  /** Whether one is marked and the other is still to be chosen. */
  public boolean isOpen() {
    return mark > 0 && !isPair();
  }

  /** The older one of a pair. */
  public int from() {
    return Math.min(mark, selected);
  }

  /** The newer one of a pair. */
  public int to() {
    return Math.max(mark, selected);
  }

  /** Whether a version is the one whose text is shown: the newer one of a pair, else the marked. */
  boolean isShown(int versionNumber) {
    return versionNumber == (isPair() ? to() : mark);
  }

  /**
   * What a version is in the list: {@code from}, {@code to}, {@code within} the two, or nothing.
   */
  String place(int versionNumber) {
    if (isOpen()) {
      return versionNumber == mark ? "from" : "";
    }
    if (!isPair() || versionNumber < from() || versionNumber > to()) {
      return "";
    }
    return versionNumber == from() ? "from" : versionNumber == to() ? "to" : "within";
  }

  /** Where a version's row leads: its changes, or those since the marked version. */
  static String url(String scriptId, int mark, int versionNumber, String changesUrl) {
    return mark == 0 || mark == versionNumber
        ? changesUrl
        : Urls.compare(scriptId, Math.min(mark, versionNumber), Math.max(mark, versionNumber));
  }
}
