package prismq.t.script.versioning.draft;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.draft.DraftOutcome.OtherDraft;
import prismq.t.script.versioning.draft.DraftOutcome.TooManyDrafts;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.SentForm;

/** Keeps what the editor sends while somebody writes. */
public final class DraftKeeping {
  /** More than any of these fields may hold when it is saved. */
  private static final int LONGEST_LINE = 20_000;

  private final VersionManager versionManager;
  private final Drafts drafts;

  /** Finds branches in histories, and keeps drafts among these. */
  public DraftKeeping(VersionManager versionManager, Drafts drafts) {
    this.versionManager = versionManager;
    this.drafts = drafts;
  }

  /** Keeps a draft of a script. */
  public void keep(Context context) {
    keep(context, place(context));
  }

  /** Removes one that the editor was told to discard, or that holds nothing any more. */
  public void discard(Context context) {
    discard(context, place(context));
  }

  /** Removes one of a script that is not there yet. */
  public void discardNew(Context context) {
    discard(context, placeOfNewScript(context));
  }

  private static DraftPlace placeOfNewScript(Context context) {
    return DraftPlace.ofNewScript(writer(context));
  }

  /**
   * The account that is signed in, where the page was opened by it. A page that somebody else left
   * open must not hand over what they typed.
   */
  private static long writer(Context context) {
    long accountId = DraftWriter.of(context).id();
    if (!SentForm.text(context, "writer").equals(Long.toString(accountId))) {
      throw new Problem(ProblemKind.OTHER_ACCOUNT, FilledMessage.of("draft.other_account"));
    }
    return accountId;
  }

  private DraftPlace place(Context context) {
    long accountId = writer(context);
    String scriptId = context.pathParam("script_id");
    String branch = SentForm.text(context, "branch");
    return new DraftPlace(
        accountId,
        scriptId,
        versionManager.view(scriptId, view -> view.branch(branch).branchNumber()));
  }

  private void discard(Context context, DraftPlace place) {
    drafts.discard(place, DraftKeys.of(SentForm.text(context, DraftKeys.FIELD)));
    context.status(HttpStatus.NO_CONTENT);
  }

  /** Keeps one of a script that is not there yet. */
  public void keepNew(Context context) {
    keep(context, placeOfNewScript(context));
  }

  /**
   * Answers with the draft of another page where that page wrote it unseen, or with how many there
   * may be where there are as many.
   */
  private void keep(Context context, DraftPlace place) {
    DraftKeys keys = DraftKeys.of(SentForm.text(context, DraftKeys.FIELD));
    String revision = SentForm.stripped(context, "revision");
    if (keys.own().isEmpty() || !revision.matches("\\d{1,15}")) {
      throw new BadRequestException(FilledMessage.of("draft.no_key"));
    }
    DraftFields fields = fields(context);
    versionManager.checkSize(ScriptText.of(fields.content()));
    DraftOutcome outcome = drafts.keep(place, keys, Long.parseLong(revision), fields);
    if (outcome instanceof OtherDraft other) {
      Json.answer(context, HttpStatus.CONFLICT.getCode(), SentDraft.of(other.draft()));
    } else if (outcome instanceof TooManyDrafts) {
      Json.answer(context, HttpStatus.CONFLICT.getCode(), Map.of("most", Drafts.MOST));
    } else {
      context.status(HttpStatus.NO_CONTENT);
    }
  }

  private static DraftFields fields(Context context) {
    boolean isOnNewBranch = SentForm.text(context, "save_on").equals("alternate");
    return new DraftFields(
        line(context, "title"),
        line(context, "script_id"),
        SentForm.text(context, "content").replace("\r\n", "\n"),
        line(context, "change_description"),
        SentForm.text(context, "base_version").isEmpty()
            ? 0
            : SentForm.versionNumber(context, "base_version"),
        filledFrom(context),
        isOnNewBranch ? line(context, "alternate") : null);
  }

  private static @Nullable Integer filledFrom(Context context) {
    return SentForm.text(context, "filled_from").isEmpty()
        ? null
        : Integer.valueOf(SentForm.versionNumber(context, "filled_from"));
  }

  private static String line(Context context, String name) {
    String value = SentForm.text(context, name).replace("\r\n", "\n");
    if (value.length() > LONGEST_LINE) {
      throw new BadRequestException(FilledMessage.of("draft.too_long", name));
    }
    return value;
  }
}
