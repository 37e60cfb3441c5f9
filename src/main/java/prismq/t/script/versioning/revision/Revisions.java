package prismq.t.script.versioning.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.RevisedDraft;
import prismq.t.script.versioning.core.revision.RevisedScript;
import prismq.t.script.versioning.core.revision.RevisionRules;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The revisions of scripts, laid out. Safe for use by several threads. */
public final class Revisions {
  /** Longer texts together keep a core busy for too long. */
  private static final long MAX_BYTES = 12_000_000;

  private final Database database;
  private final VersionManager versionManager;
  private final RevisionStore store = new RevisionStore();

  /** All pages of a script are in memory while it is laid out. */
  private final Semaphore makers = new Semaphore(1, true);

  /** Keeps plans in this database, and reads versions with the second. */
  public Revisions(Database database, VersionManager versionManager) {
    this.database = database;
    this.versionManager = versionManager;
  }

  /** The plan of a script; one without revisions where nobody made any. */
  public RevisionPlan plan(String scriptId) {
    return database.read(handle -> store.find(handle, scriptId)).orElse(RevisionPlan.NONE);
  }

  /**
   * Keeps a plan, in place of the one that there was.
   *
   * @throws prismq.t.script.versioning.history.InvalidInputException if it is outside the rules
   */
  public RevisionPlan save(String scriptId, RevisionPlan plan) {
    RevisionPlan checked = plan.checked();
    Map<String, Integer> versions = new HashMap<>();
    versionManager
        .labels(scriptId)
        .forEach(label -> versions.put(label.name(), label.versionNumber()));
    Set<Integer> chosen = new HashSet<>();
    for (String label : checked.labels()) {
      @Nullable Integer version = versions.get(label);
      if (version == null) {
        throw new InvalidInputException("labels", FilledMessage.of("revision.no_label", label));
      }
      if (!chosen.add(version)) {
        throw new InvalidInputException(
            "labels", FilledMessage.of("revision.same_version", label, version));
      }
    }
    database.write(
        handle -> {
          store.put(handle, scriptId, checked);
          return null;
        });
    return checked;
  }

  /** The revisions as they are now. */
  RevisionList list(String scriptId) {
    RevisionPlan plan = plan(scriptId);
    return versionManager.view(scriptId, view -> RevisionList.of(view, plan));
  }

  /**
   * What a revision changed.
   *
   * @param pages how many it has
   * @param changedLines how many of their lines
   */
  public record RevisionSummary(
      ScriptRevision revision,
      int pages,
      long changedLines,
      List<String> replaced,
      List<String> inserted,
      List<String> removed) {
    /** How many pages have to be printed. */
    public int revisedPages() {
      return replaced.size() + inserted.size();
    }
  }

  /** What each revision of a script changed, in order. */
  public List<RevisionSummary> summaries(String scriptId) {
    return summaries(list(scriptId));
  }

  /** What each revision changed. */
  List<RevisionSummary> summaries(RevisionList list) {
    List<RevisionSummary> summaries = new ArrayList<>();
    layOut(
        list.texts(),
        list.rules(),
        draft ->
            summaries.add(
                new RevisionSummary(
                    list.revisions().get(draft.revision()),
                    draft.sheets().size(),
                    draft.changedLines(),
                    draft.replaced(),
                    draft.inserted(),
                    draft.removed())));
    return summaries;
  }

  /** A revision, laid out. */
  RevisedDraft draft(RevisionList list, ScriptRevision revision) {
    return last(list.texts().subList(0, revision.place() + 1), list.rules());
  }

  /** A version that is no revision, laid out. */
  RevisedDraft draft(ScriptText text) {
    return last(List.of(text), new RevisionRules(-1, RevisionPlan.NONE.scheme(), false));
  }

  private RevisedDraft last(List<ScriptText> texts, RevisionRules rules) {
    RevisedDraft[] last = new RevisedDraft[1];
    layOut(texts, rules, draft -> last[0] = draft);
    return last[0];
  }

  private void layOut(List<ScriptText> texts, RevisionRules rules, Consumer<RevisedDraft> visitor) {
    if (texts.stream().mapToLong(ScriptText::sizeBytes).sum() > MAX_BYTES) {
      throw new Problem(
          ProblemKind.REPORT_TOO_LONG,
          FilledMessage.of("revision.too_long", MAX_BYTES / 1_000_000));
    }
    makers.acquireUninterruptibly();
    try {
      RevisedScript.forEach(texts.size(), i -> texts.get(i).characters(), rules, visitor);
    } finally {
      makers.release();
    }
  }
}
