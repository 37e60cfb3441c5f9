package prismq.t.script.versioning.transfer.git.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.files.NotWrittenException;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.transfer.git.format.CommitNote;
import prismq.t.script.versioning.transfer.git.format.LabelTag;

/**
 * Makes commits of versions. Each script is a file. The main branches of all scripts are one line,
 * on which each commit changes one file, in the order the versions were saved; every other branch
 * leaves it, or another one, at the commit of the version it was started from. Labels are tags.
 */
final class GitExport {
  private static final int VERSIONS_AT_ONCE = 200;

  private final VersionManager manager;
  private final Progress progress;
  private final PackWriter pack;
  private final NotesWriter notes;
  private final OriginalCommit original = new OriginalCommit();
  private final DeltaBases bases = new DeltaBases();
  private final Map<String, ExportedScript> scripts = new LinkedHashMap<>();
  private final GitNames names = new GitNames();
  private final MainLineTrees trees;
  private PackWriter.@Nullable Added lastTree;
  private @Nullable ObjectId mainHead;
  private int mainCommits;
  private long newestSeconds;
  private int versions;
  private int merges;

  /**
   * What an export wrote.
   *
   * @param head the branch that HEAD names
   * @param refs what the names of branches, tags and notes point to, in the order of git
   * @param labels the commits of the versions that the tags are on, by the names of the tags
   */
  record WrittenPack(
      int scripts,
      int versions,
      int merges,
      String head,
      SortedMap<String, ObjectId> refs,
      Map<String, ObjectId> labels) {
    ObjectId headCommit() {
      return Objects.requireNonNull(refs.get(head));
    }

    long branchCount() {
      return refs.keySet().stream().filter(ref -> ref.startsWith(Constants.R_HEADS)).count();
    }
  }

  GitExport(VersionManager manager, List<Script> scripts, Progress progress, PackWriter pack) {
    this.manager = manager;
    this.progress = progress;
    this.pack = pack;
    this.notes = new NotesWriter(pack);
    scripts.forEach(this::plan);
    this.trees =
        new MainLineTrees(this.scripts.values().stream().map(ExportedScript::file).toList());
  }

  private void plan(Script script) {
    VersionGraph graph = manager.graph(script.scriptId());
    boolean hasMain = false;
    boolean branched = false;
    for (int version = 1; version <= graph.latest(); version++) {
      hasMain |= graph.branchNumber(version) == 1;
      branched |= graph.branchNumber(version) != 1 || graph.mergeParent(version) != 0;
    }
    boolean recorded = branched || !isPlain(script);
    scripts.put(
        script.scriptId(),
        new ExportedScript(
            script,
            scripts.size(),
            names.file(script.scriptId()),
            // Where the first branch is empty, the one with the first version takes its place.
            hasMain ? 1 : graph.branchNumber(1),
            recorded,
            manager.branches(script.scriptId()),
            manager.imported(script.scriptId()),
            manager.labels(script.scriptId())));
  }

  /** Whether git counts the versions of a line as they are counted here: each changed the text. */
  private boolean isPlain(Script script) {
    @Nullable Version before = null;
    for (int start = 1; start <= script.latestVersion(); start += VERSIONS_AT_ONCE) {
      int end = Math.min(script.latestVersion(), start + VERSIONS_AT_ONCE - 1);
      List<Integer> numbers = IntStream.rangeClosed(start, end).boxed().toList();
      for (Version version : manager.versions(script.scriptId(), numbers).values()) {
        if (version.restoredFrom() != null
            || (before != null && version.contentHash().equals(before.contentHash()))) {
          return false;
        }
        before = version;
      }
    }
    return true;
  }

  /** Writes all versions; the pack is to be finished afterwards. */
  WrittenPack run() throws IOException {
    progress.total(scripts.values().stream().mapToInt(ExportedScript::latest).sum());
    Map<String, Integer> latest = new HashMap<>();
    scripts.forEach((scriptId, script) -> latest.put(scriptId, script.latest()));
    manager.historyReader().forEachVersion(latest, this::write);
    if (versions == 0) {
      throw new NotWrittenException("There is no version yet, so there is nothing to export.");
    }
    SortedMap<String, ObjectId> refs = new TreeMap<>(GitExport::compareBytes);
    String head = name(refs);
    Map<String, ObjectId> labels = label(refs);
    if (!notes.isEmpty()) {
      refs.put(CommitNote.REF, notes.write(newestSeconds));
    }
    return new WrittenPack(scripts.size(), versions, merges, head, refs, labels);
  }

  private void write(Version version, byte[] bytes) throws IOException {
    ExportedScript script = Objects.requireNonNull(scripts.get(version.scriptId()));
    PackWriter.Added text = text(script, version, bytes);
    boolean isMain = script.isMain(version.branchNumber());
    List<ObjectId> parents = new ArrayList<>();
    Consumer<@Nullable ObjectId> add =
        parent -> {
          if (parent != null && !parents.contains(parent)) {
            parents.add(parent);
          }
        };
    add.accept(isMain ? mainHead : script.commit(version.parentVersion()));
    add.accept(script.commit(version.mergeParentVersion()));
    int position;
    if (isMain) {
      mainCommits++;
      position = mainCommits;
      trees.changed(script.number(), position, text.id());
    } else {
      // A merge has the other files as of its later parent.
      position =
          Math.max(
              script.position(version.parentVersion()),
              script.position(version.mergeParentVersion()));
    }
    lastTree =
        pack.add(Constants.OBJ_TREE, trees.tree(position, script.number(), text.id()), lastTree);
    CommitFormat commitText = new CommitFormat(version);
    ObjectId commit =
        pack.add(
                Constants.OBJ_COMMIT,
                original.write(
                    commitText, lastTree.id(), parents, script.sourceKey(version.versionNumber())),
                null)
            .id();
    script.exported(version, commit, position);
    notes.add(commit, script.note(version, commitText, parents.isEmpty()));
    if (isMain) {
      mainHead = commit;
    }
    newestSeconds = Math.max(newestSeconds, version.createdAt().getEpochSecond());
    versions++;
    merges += version.mergeParentVersion() == null ? 0 : 1;
    progress.done(1);
  }

  private PackWriter.Added text(ExportedScript script, Version version, byte[] bytes)
      throws IOException {
    DeltaBases.Line line = new DeltaBases.Line(script.scriptId(), version.branchNumber());
    PackWriter.@Nullable Added like = bases.get(line);
    if (like == null) {
      // The first of its branch, as a rule; most are close to main.
      like = bases.get(new DeltaBases.Line(script.scriptId(), 1));
    }
    PackWriter.Added text = pack.add(Constants.OBJ_BLOB, bytes, like);
    bases.put(line, text);
    return text;
  }

  /** Names the branches, and returns the one that HEAD names. */
  private String name(SortedMap<String, ObjectId> refs) {
    boolean alone = scripts.size() == 1;
    @Nullable String head = null;
    if (!alone && mainHead != null) {
      head = Constants.R_HEADS + names.branch(Branch.MAIN);
      refs.put(head, mainHead);
    }
    for (ExportedScript script : scripts.values()) {
      for (Branch branch : manager.branches(script.scriptId())) {
        boolean isMain = script.isMain(branch.branchNumber());
        @Nullable ObjectId commit = script.head(branch);
        if (commit == null || (isMain && !alone)) {
          continue;
        }
        String wanted = alone ? branch.name() : script.file() + "/" + branch.name();
        String ref = Constants.R_HEADS + names.branch(wanted);
        refs.put(ref, commit);
        head = isMain ? ref : head;
      }
    }
    return Objects.requireNonNull(head);
  }

  /** Makes tags of the labels; the commits that they are on, by the names of the tags. */
  private Map<String, ObjectId> label(SortedMap<String, ObjectId> refs) throws IOException {
    Map<String, ObjectId> labels = new HashMap<>();
    TagWriter tags = new TagWriter(pack);
    for (ExportedScript script : scripts.values()) {
      for (Label label : script.labels()) {
        String wanted = scripts.size() == 1 ? label.name() : script.file() + "/" + label.name();
        String name = names.tag(wanted);
        ObjectId commit = Objects.requireNonNull(script.commit(label.versionNumber()));
        LabelTag tag = new LabelTag(label.name(), script.file(), label.createdAt());
        refs.put(Constants.R_TAGS + name, tags.add(tag, name, commit));
        labels.put(Constants.R_TAGS + name, commit);
      }
    }
    return labels;
  }

  /** As git sorts names; the order of Java's characters differs beyond 16 bits. */
  private static int compareBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
