package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionLabels;

/**
 * A version as JSON.
 *
 * @param labels left out in lists over several scripts, and of a version just saved
 * @param mergedWith the versions that it was merged with as it was saved; left out unless a merge
 *     was asked for
 * @param content left out unless asked for
 * @param contentExact whether content in UTF-8 is every byte; false if some are not UTF-8
 */
record VersionJson(
    String scriptId,
    int versionNumber,
    String branch,
    @Nullable Integer parentVersion,
    @Nullable Integer mergeParentVersion,
    @Nullable Integer restoredFrom,
    String contentHash,
    String versionHash,
    String author,
    PersonJson person,
    String changeDescription,
    String createdAt,
    int sizeBytes,
    int words,
    int lines,
    Map<String, Object> metadata,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> labels,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Integer> mergedWith,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String content,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean contentExact) {

  static VersionJson of(Version version) {
    return of(version, null, null, null);
  }

  static VersionJson of(Version version, VersionLabels labels) {
    return of(version, labels.of(version.versionNumber()), null, null);
  }

  static VersionJson of(Version version, VersionLabels labels, ScriptText text) {
    // Not the text for display, which is without the byte order mark.
    String content = text.characters();
    boolean isExact = text.encoding().isUtf8() && text.exactlyDecoded();
    return of(version, labels.of(version.versionNumber()), content, isExact);
  }

  private static VersionJson of(
      Version version,
      @Nullable List<String> labels,
      @Nullable String content,
      @Nullable Boolean contentExact) {
    return new VersionJson(
        version.scriptId(),
        version.versionNumber(),
        version.branch(),
        version.parentVersion(),
        version.mergeParentVersion(),
        version.restoredFrom(),
        version.contentHash().hex(),
        version.versionHash().hex(),
        version.author().name(),
        PersonJson.of(version.person()),
        version.changeDescription(),
        ApiTime.format(version.createdAt()),
        version.sizeBytes(),
        version.words(),
        version.lines(),
        version.metadata().values(),
        labels,
        null,
        content,
        contentExact);
  }

  /** The same with the versions that it was merged with. */
  VersionJson merged(List<Integer> versions) {
    return new VersionJson(
        scriptId,
        versionNumber,
        branch,
        parentVersion,
        mergeParentVersion,
        restoredFrom,
        contentHash,
        versionHash,
        author,
        person,
        changeDescription,
        createdAt,
        sizeBytes,
        words,
        lines,
        metadata,
        labels,
        versions,
        content,
        contentExact);
  }
}
