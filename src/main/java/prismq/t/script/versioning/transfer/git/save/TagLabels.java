package prismq.t.script.versioning.transfer.git.save;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.git.read.GitTag;
import prismq.t.script.versioning.transfer.git.walk.FileChange;
import prismq.t.script.versioning.transfer.git.walk.FileTags;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** Makes labels of tags. */
public final class TagLabels {
  /**
   * Most tags for other files that become labels of one version: a file may be unchanged through
   * any number.
   */
  private static final int MAX_TAGS_OF_ONE_VERSION = 20;

  private final String path;
  private final Map<FileChange, Integer> versions;
  private final ImportSummary summary;

  /**
   * Makes the labels of one script.
   *
   * @param path its file
   * @param versions the version of each change; if none was made of it, the one before
   */
  public TagLabels(String path, Map<FileChange, Integer> versions, ImportSummary summary) {
    this.path = path;
    this.versions = versions;
    this.summary = summary;
  }

  /** The labels; of tags that become the same label the first counts. */
  public List<Label> of(List<FileTags.Tagged> tagged) {
    Map<String, Label> labels = new LinkedHashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (FileTags.Tagged one : tagged) {
      GitTag tag = one.tag();
      @Nullable Integer version = versions.get(one.change());
      if (version == null) {
        summary.leftOut(tag.told(), path, FilledMessage.of("remark.git.tag_without_version"));
        continue;
      }
      if (tag.file() == null && counts.merge(version, 1, Integer::sum) > MAX_TAGS_OF_ONE_VERSION) {
        summary.leftOut(
            path, tag.told(), FilledMessage.of("remark.git.many_tags", MAX_TAGS_OF_ONE_VERSION));
        continue;
      }
      Label label = new Label(tag.label(), version, tag.createdAt());
      @Nullable Label before = labels.putIfAbsent(label.name(), label);
      if (before != null && before.versionNumber() != version) {
        summary.leftOut(tag.told(), path, FilledMessage.of("remark.git.same_label"));
      }
    }
    return List.copyOf(labels.values());
  }
}
