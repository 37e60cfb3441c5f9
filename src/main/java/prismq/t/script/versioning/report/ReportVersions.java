package prismq.t.script.versioning.report;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;

/** The versions of a report, oldest first; they are read a few hundred at a time. */
final class ReportVersions implements Iterator<Version> {
  /** Most versions held at a time. */
  private static final int VERSIONS_AT_ONCE = 200;

  private final VersionManager versionManager;
  private final String scriptId;
  private final ReportChoices choices;
  private final int last;
  private int left;
  private int above;
  private Iterator<Version> read = List.<Version>of().iterator();

  /**
   * Reads nothing yet.
   *
   * @param last no versions with greater numbers
   * @param limit maximum number of versions
   */
  ReportVersions(
      VersionManager versionManager, String scriptId, ReportChoices choices, int last, int limit) {
    this.versionManager = versionManager;
    this.scriptId = scriptId;
    this.choices = choices;
    this.last = last;
    this.left = limit;
    Integer from = choices.fromVersion();
    this.above = from == null ? 0 : from - 1;
  }

  @Override
  public boolean hasNext() {
    if (!read.hasNext() && left > 0 && above < last) {
      read();
    }
    return read.hasNext();
  }

  private void read() {
    int asked = Math.min(left, VERSIONS_AT_ONCE);
    int start = above;
    List<Version> versions =
        versionManager.view(scriptId, view -> view.versionsAbove(choices.filter(), start, asked));
    left = versions.size() < asked ? 0 : left - asked;
    above = versions.isEmpty() ? last : versions.get(versions.size() - 1).versionNumber();
    read = versions.stream().filter(version -> version.versionNumber() <= last).iterator();
  }

  @Override
  public Version next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return read.next();
  }
}
