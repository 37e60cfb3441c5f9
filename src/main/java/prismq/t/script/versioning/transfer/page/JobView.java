package prismq.t.script.versioning.transfer.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Urls;

/**
 * What the page of one import shows, as it was at one moment.
 *
 * @param ahead number of others before it in line
 * @param total number of versions in all; 0 while that is not known
 * @param summary null while it is being made
 * @param savedCount number of versions saved
 * @param problem sentences on what is wrong; null for nothing
 * @param notice a sentence on what was done differently than asked; null for none
 * @param errors what is wrong with what was typed, by field
 */
record JobView(
    String id,
    List<String> files,
    Format format,
    Choices choices,
    Stage stage,
    boolean isWaiting,
    int ahead,
    boolean isStopping,
    int total,
    int done,
    long secondsLeft,
    @Nullable ImportSummary summary,
    int savedCount,
    @Nullable String problem,
    @Nullable String notice,
    Map<String, String> errors,
    Duration took) {
  private static final int MAX_SCRIPTS = 100;
  private static final int MAX_REMARKS = 50;
  private static final int MAX_FILES = 5;
  private static final int MAX_OPENED = 3;
  private static final Numbers NUMBERS = new Numbers();

  static JobView of(ImportJob job, int ahead, Choices choices, Map<String, String> errors) {
    // All of it at the same moment, though another thread works on it.
    synchronized (job) {
      JobProgress progress = job.progress();
      return new JobView(
          job.id(),
          job.upload().names(),
          job.format(),
          choices,
          job.stage(),
          job.isWaiting(),
          ahead,
          progress.isStopAsked(),
          progress.total(),
          progress.done(),
          progress.secondsLeft(),
          job.summary(),
          job.savedCount(),
          job.problem(),
          job.notice(),
          errors,
          job.took());
    }
  }

  /**
   * What happens to one script.
   *
   * @param url null if it does not exist yet
   */
  record ScriptLine(String scriptId, @Nullable String url, int added, int alreadyThere) {
    /** The version that was saved last. */
    public int latest() {
      return alreadyThere + added;
    }

    public String undoAction() {
      return Urls.history(scriptId) + "/rollbacks";
    }

    public String labelUrl() {
      return Urls.label(scriptId, latest());
    }
  }

  /**
   * The start of a list of remarks, put together by what they say.
   *
   * @param first what each reason is given of
   * @param count number of all of them
   */
  record Remarks(Map<String, List<String>> first, int count) {
    private static Remarks of(List<ImportSummary.Remark> all) {
      Map<String, List<String>> byReason = new LinkedHashMap<>();
      all.stream()
          .limit(MAX_REMARKS)
          .forEach(
              remark ->
                  byReason
                      .computeIfAbsent(remark.why(), why -> new ArrayList<>())
                      .add(remark.what()));
      return new Remarks(byReason, all.size());
    }

    public int more() {
      return Math.max(0, count - MAX_REMARKS);
    }
  }

  /** What was uploaded. */
  public String name() {
    return files.size() == 1 ? files.get(0) : NUMBERS.count(files.size(), "file");
  }

  /** The names of several files. */
  public String fileNames() {
    int more = files.size() - MAX_FILES;
    String first = String.join(", ", files.subList(0, Math.min(MAX_FILES, files.size())));
    return more > 0 ? Messages.text("import.files_more", first, NUMBERS.whole(more)) : first;
  }

  public boolean is(String stageName) {
    return stage == Stage.valueOf(stageName);
  }

  /** Whether something is under way or waits for its turn. */
  public boolean isWork() {
    return stage.isWork();
  }

  /** Whether there is anything to import. */
  public boolean hasNew() {
    return summary != null
        && (summary.addedCount() + summary.labelCount() > 0 || !summary.reviewParts().isEmpty());
  }

  /** Whether the summary tells of anything. */
  public boolean hasContent() {
    return summary != null
        && summary.addedCount() + summary.alreadyThereCount() + leftOut().count + changed().count
            > 0;
  }

  /** The scripts with most versions, in the order of the source. */
  public List<ScriptLine> scripts() {
    return counts().entrySet().stream()
        .limit(MAX_SCRIPTS)
        .map(script -> line(script.getKey(), script.getValue()))
        .toList();
  }

  /** The first scripts that got something, to open next. */
  public List<ScriptLine> opened() {
    return scripts().stream()
        .filter(script -> script.url() != null && script.added() > 0)
        .limit(MAX_OPENED)
        .toList();
  }

  /**
   * The script whose text was there before all that was saved, so that it can be undone: the only
   * one that got something, on its main branch; null for none.
   */
  public @Nullable ScriptLine undone() {
    List<ScriptLine> opened = opened();
    boolean isOne = opened.size() == 1 && summary != null && summary.branchCount() == 0;
    return isOne && opened.get(0).alreadyThere() > 0 ? opened.get(0) : null;
  }

  /** What is said about the version that undoing makes. */
  public String undoDescription(ScriptLine script) {
    return Messages.text("import.undo_description", script.alreadyThere());
  }

  public int scriptCount() {
    return counts().size();
  }

  public int moreScripts() {
    return Math.max(0, scriptCount() - MAX_SCRIPTS);
  }

  private Map<String, ImportSummary.Counts> counts() {
    return summary == null ? Map.of() : summary.scripts();
  }

  private ScriptLine line(String scriptId, ImportSummary.Counts counts) {
    boolean exists = stage != Stage.PREVIEWED || counts.alreadyThere() > 0;
    return new ScriptLine(
        scriptId, exists ? Urls.history(scriptId) : null, counts.added(), counts.alreadyThere());
  }

  /** What is not imported. */
  public Remarks leftOut() {
    return Remarks.of(summary == null ? List.of() : summary.leftOut());
  }

  /** What is guessed. */
  public Remarks guessed() {
    return Remarks.of(summary == null ? List.of() : summary.guessed());
  }

  /** What is read as it was chosen or is marked. */
  public Remarks readAs() {
    return Remarks.of(summary == null ? List.of() : summary.encodings());
  }

  /** The encodings to choose from. */
  public List<TextEncoding> encodings() {
    return EncodingGuess.known();
  }

  /** What is changed by the import. */
  public Remarks changed() {
    return Remarks.of(summary == null ? List.of() : summary.changed());
  }

  /** How it stands, in a sentence or two. */
  public String said() {
    if (isWaiting) {
      return withSaved(
          ahead == 0
              ? Messages.text("import.starting")
              : Messages.text("import.waiting", NUMBERS.count(ahead, "other upload")));
    }
    if (isWork() && isStopping) {
      return Messages.text("import.stopping");
    }
    return switch (stage) {
      case PREVIEWING -> Messages.text("import.previewing");
      case PREVIEWED -> previewed();
      case REFUSED -> Messages.text("import.refused");
      case IMPORTING -> Messages.text("import.importing");
      case DONE -> counted("import.done");
      case FAILED -> withSaved(Messages.text("import.failed"));
      case CANCELLED -> withSaved(Messages.text("import.cancelled"));
    };
  }

  private String previewed() {
    if (hasNew()) {
      return counted("import.previewed");
    }
    if (summary != null && summary.alreadyThereCount() > 0) {
      return Messages.text(leftOut().count == 0 ? "import.all_here" : "import.all_possible_here");
    }
    return Messages.text("import.nothing_possible");
  }

  /** What was imported, in words. */
  public String outcome() {
    int added = summary == null ? 0 : summary.addedCount();
    return Messages.text(
        "import.outcome",
        NUMBERS.count(added, "version"),
        NUMBERS.count(
            counts().values().stream().filter(each -> each.added() > 0).count(), "script"));
  }

  /** What is or was imported: the message of this key, of versions, labels or nothing. */
  private String counted(String key) {
    String seconds = NUMBERS.short1(took.toMillis() / 1000.0);
    int added = summary == null ? 0 : summary.addedCount();
    long scripts = counts().values().stream().filter(script -> script.added() > 0).count();
    if (added == 0) {
      int labels = summary == null ? 0 : summary.labelCount();
      String others =
          labels > 0
              ? NUMBERS.count(labels, "label")
              : summary == null ? "" : summary.reviewPartsText();
      return others.isEmpty()
          ? Messages.text(key + "_nothing", seconds)
          : Messages.text(key + "_labels", seconds, others);
    }
    return Messages.text(
        key, seconds, NUMBERS.count(added, "version"), NUMBERS.count(scripts, "script"));
  }

  private String withSaved(String said) {
    String saved =
        savedCount == 0
            ? Messages.text("problem.outcome")
            : Messages.text("import.kept", NUMBERS.count(savedCount, "version"));
    return Messages.text("problem.and_next", said, saved);
  }

  /** Identifies what is shown of the progress, so that only what is new is sent again. */
  public String shown() {
    return key() + "-" + total + "-" + done;
  }

  private String key() {
    return stage
        + "-"
        + (isWaiting ? "waiting-" + ahead : "working")
        + (isStopping ? "-stopping" : "");
  }

  /** Whether a page that shows this needs nothing new but the progress. */
  boolean isSameButForProgress(String shown) {
    return shown.startsWith(key() + "-") && isWork();
  }

  public String url() {
    return Urls.importJob(id);
  }

  public String progressUrl() {
    return url() + "/progress?shown=" + shown();
  }

  public String previewUrl() {
    return url() + "/preview";
  }

  public String startUrl() {
    return url() + "/start";
  }

  public String cancelUrl() {
    return url() + "/cancel";
  }

  public String logUrl() {
    return url() + "/log.txt";
  }
}
