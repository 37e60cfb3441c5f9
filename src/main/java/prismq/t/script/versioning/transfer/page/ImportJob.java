package prismq.t.script.versioning.transfer.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** One upload and its import. Pages read it while another thread works on it. */
final class ImportJob {
  private final String id;
  private final Upload upload;
  private final Format format;
  private final Requester starter;
  private Choices choices;
  private Stage stage = Stage.PREVIEWING;
  private boolean isWaiting = true;
  private long turn;
  private JobProgress progress = new JobProgress();
  private @Nullable ImportSummary summary;
  private int savedBefore;
  private @Nullable FilledMessage problem;
  private @Nullable FilledMessage notice;
  private Language language = Messages.language();
  private Duration took = Duration.ZERO;
  private Instant usedAt;

  /** Creates it to be previewed. */
  ImportJob(
      String id,
      Requester starter,
      Upload upload,
      Format format,
      Choices choices,
      long turn,
      Instant now) {
    this.id = id;
    this.starter = starter;
    this.upload = upload;
    this.format = format;
    this.choices = choices;
    this.turn = turn;
    this.usedAt = now;
  }

  String id() {
    return id;
  }

  /** Who uploaded it. */
  Requester starter() {
    return starter;
  }

  /** What may be opened by who started it. */
  Thing thing() {
    return new Thing.UploadedFile(
        starter instanceof Requester.SignedIn signedIn ? signedIn.account().id() : null);
  }

  Upload upload() {
    return upload;
  }

  Format format() {
    return format;
  }

  synchronized Choices choices() {
    return choices;
  }

  synchronized JobProgress progress() {
    return progress;
  }

  synchronized Stage stage() {
    return stage;
  }

  synchronized boolean isWaiting() {
    return stage.isWork() && isWaiting;
  }

  /** The lower, the earlier it begins. */
  synchronized long turn() {
    return turn;
  }

  /** What would be or was imported; null if that is not known. */
  synchronized @Nullable ImportSummary summary() {
    return summary;
  }

  private int addedCount() {
    return summary == null ? 0 : summary.addedCount();
  }

  /** Number of versions that are saved, by this import and by those of it that failed before. */
  synchronized int savedCount() {
    boolean isSaved = stage == Stage.DONE || stage == Stage.FAILED || stage == Stage.CANCELLED;
    return savedBefore + (isSaved ? addedCount() : 0);
  }

  /** Sentences on what is wrong; null for nothing. */
  synchronized @Nullable String problem() {
    // Without the folders of the server.
    return problem == null ? null : upload.withoutPaths(problem.text());
  }

  /** A sentence on what was done differently than asked; null for none. */
  synchronized @Nullable String notice() {
    return notice == null ? null : notice.text();
  }

  /** The language of whoever asked for it last. */
  synchronized Language language() {
    return language;
  }

  /** Time that the last piece of work took. */
  synchronized Duration took() {
    return took;
  }

  synchronized Instant usedAt() {
    return usedAt;
  }

  synchronized void use(Instant now) {
    usedAt = now;
  }

  /** Queues it for a preview; false if it is not at a stage for that. */
  synchronized boolean askForPreview(Choices chosen, @Nullable FilledMessage said, long itsTurn) {
    if (stage != Stage.PREVIEWED && stage != Stage.REFUSED) {
      return false;
    }
    choices = chosen;
    wait(Stage.PREVIEWING, itsTurn);
    notice = said;
    return true;
  }

  /** Queues it for import; false if it is not at a stage for that. */
  synchronized boolean askForImport(Choices chosen, long itsTurn) {
    if (stage != Stage.PREVIEWED && stage != Stage.FAILED) {
      return false;
    }
    choices = chosen;
    wait(Stage.IMPORTING, itsTurn);
    return true;
  }

  private void wait(Stage next, long itsTurn) {
    savedBefore += stage == Stage.FAILED ? addedCount() : 0;
    summary = null;
    stage = next;
    isWaiting = true;
    turn = itsTurn;
    progress = new JobProgress();
    problem = null;
    notice = null;
    language = Messages.language();
  }

  /** Begins; false if it was stopped while it waited. */
  synchronized boolean begin() {
    if (!isWaiting()) {
      return false;
    }
    isWaiting = false;
    progress.begin();
    return true;
  }

  /** The work is done. */
  synchronized void end(ImportSummary found, Duration time, Instant now) {
    end(stage == Stage.IMPORTING ? Stage.DONE : Stage.PREVIEWED, found, time, now);
  }

  /** The work failed. */
  synchronized void fail(ImportSummary found, FilledMessage why, Duration time, Instant now) {
    end(stage == Stage.IMPORTING ? Stage.FAILED : Stage.REFUSED, found, time, now);
    problem = why;
  }

  /** The work was stopped. */
  synchronized void stopped(ImportSummary found, Duration time, Instant now) {
    end(Stage.CANCELLED, stage == Stage.IMPORTING ? found : new ImportSummary(), time, now);
  }

  private void end(Stage reached, ImportSummary found, Duration time, Instant now) {
    stage = reached;
    summary = found;
    took = time;
    usedAt = now;
  }

  /** Stops it, at once if nothing is under way, else after the present batch. */
  synchronized void cancel() {
    if (stage.isOver()) {
      return;
    }
    progress.stop();
    if (!stage.isWork() || isWaiting) {
      savedBefore += stage == Stage.FAILED ? addedCount() : 0;
      summary = new ImportSummary();
      problem = null;
      stage = Stage.CANCELLED;
    }
  }
}
