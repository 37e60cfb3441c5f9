package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.EditedText;
import prismq.t.script.versioning.core.text.EncodingGuess;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.draft.DraftFields;
import prismq.t.script.versioning.draft.DraftKeys;
import prismq.t.script.versioning.draft.StoredDraft;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.SentForm;

/**
 * What a form for a version holds, so that nothing typed is lost when it is shown again.
 *
 * @param content what stands in the text field
 * @param file an uploaded file in Base64, which counts instead of the text field; empty for none
 * @param fileName its name; empty for none
 * @param baseVersion the head it was written on; 0 if there was none
 * @param filledFrom the version the text field was filled with; null for none
 * @param alternate whether it goes on a branch of its own
 * @param draft which drafts are done with once it is saved
 */
record VersionForm(
    String content,
    String file,
    String fileName,
    String author,
    String changeDescription,
    String branch,
    int baseVersion,
    @Nullable Integer filledFrom,
    Alternate alternate,
    DraftKeys draft) {
  private static final int MOST_LAID_OUT_AT_ONCE = 300_000;
  private static final int LONGEST_LINE_OF_THE_EDITOR = 50_000;

  private static final int LEFT_TO_RIGHT = Character.DIRECTIONALITY_LEFT_TO_RIGHT;

  private static final Set<Integer> RIGHT_TO_LEFT =
      Set.of(
          (int) Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          (int) Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

  /** What is known of every text that somebody saves in a form. */
  static final Metadata WRITTEN_BY_A_HUMAN = Metadata.of(Map.of("source", "human"));

  /** The form as the browser sent it. */
  static VersionForm sent(Context context) {
    UploadedFile upload = context.uploadedFile("upload");
    boolean uploaded = upload != null && !upload.filename().isEmpty();
    Integer base = number(context, "base_version");
    return new VersionForm(
        SentForm.text(context, "content"),
        uploaded
            ? Base64.getEncoder().encodeToString(bytes(upload))
            : SentForm.text(context, "file"),
        uploaded ? upload.filename() : SentForm.text(context, "file_name"),
        AuthorName.sent(context),
        SentForm.text(context, "change_description"),
        orElse(SentForm.text(context, "branch"), "main"),
        base == null ? NewVersion.NO_VERSION_YET : base,
        number(context, "filled_from"),
        Alternate.sent(context),
        DraftKeys.of(SentForm.text(context, DraftKeys.FIELD)));
  }

  private static byte[] bytes(UploadedFile upload) {
    try (InputStream in = upload.content()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String orElse(String value, String other) {
    return value.isEmpty() ? other : value;
  }

  private static @Nullable Integer number(Context context, String name) {
    return SentForm.text(context, name).isEmpty() ? null : SentForm.versionNumber(context, name);
  }

  /** Whether the text is so long that browsers take a second or more to lay out the field. */
  private boolean isLong() {
    return content.length() > MOST_LAID_OUT_AT_ONCE;
  }

  /** Whether the text is long, and a line of it is longer than the editor bears. */
  public boolean hasVeryLongLine() {
    return isLong()
        && content.lines().mapToInt(String::length).max().orElse(0) > LONGEST_LINE_OF_THE_EDITOR;
  }

  /**
   * Whether the field is not to be laid out, since an editor takes its place where there can be
   * one.
   */
  public boolean awaitsEditor() {
    return isLong() && !hasVeryLongLine();
  }

  /**
   * The direction of the field: of a long text that of its first letter, because browsers look for
   * it anew at each of its lines otherwise, which takes minutes.
   */
  public String direction() {
    if (!isLong()) {
      return "auto";
    }
    // A sign or a digit tells nothing.
    return content
        .codePoints()
        .map(Character::getDirectionality)
        .filter(direction -> direction == LEFT_TO_RIGHT || RIGHT_TO_LEFT.contains(direction))
        .mapToObj(direction -> direction == LEFT_TO_RIGHT ? "ltr" : "rtl")
        .findFirst()
        .orElse("ltr");
  }

  public boolean hasFile() {
    return !fileName.isEmpty();
  }

  /** The version that an alternate starts at: the one the text was written on; null for none. */
  public @Nullable Integer origin() {
    return filledFrom != null || baseVersion == NewVersion.NO_VERSION_YET
        ? filledFrom
        : Integer.valueOf(baseVersion);
  }

  /** The version that this is saved on top of; 0 for none. */
  int parent() {
    return orNone(alternate.isChosen() ? origin() : Integer.valueOf(baseVersion));
  }

  /** The version that the text field was filled with; 0 for none. */
  int filledFromOrNone() {
    return orNone(filledFrom);
  }

  /** The number, or 0 for none. */
  static int orNone(@Nullable Integer versionNumber) {
    return versionNumber == null ? NewVersion.NO_VERSION_YET : versionNumber;
  }

  /** The exact text to be saved; filled is what the text field was filled with. */
  ScriptText text(ScriptText filled) {
    if (!hasFile()) {
      return EditedText.restore(filled, content);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(file);
      return ScriptText.of(bytes, EncodingGuess.ofText(bytes).orElse(TextEncoding.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(Messages.text("edit.file_lost"));
    }
  }

  /** The same on another head. */
  VersionForm basedOn(int version) {
    return new VersionForm(
        content,
        file,
        fileName,
        author,
        changeDescription,
        branch,
        version,
        filledFrom,
        alternate,
        draft);
  }

  /** The same with a name for the new branch, where it goes on one that was given none. */
  VersionForm named(ScriptView view) {
    Alternate named = alternate.named(view, origin());
    return new VersionForm(
        content,
        file,
        fileName,
        author,
        changeDescription,
        branch,
        baseVersion,
        filledFrom,
        named,
        draft);
  }

  /** The same in place of a draft. */
  VersionForm inPlaceOf(StoredDraft old) {
    return new VersionForm(
        content,
        file,
        fileName,
        author,
        changeDescription,
        branch,
        baseVersion,
        filledFrom,
        alternate,
        DraftKeys.seen(old));
  }

  /** The same filled with a draft, on the version that it was written on. */
  VersionForm restored(StoredDraft draft) {
    DraftFields fields = draft.fields();
    // A version above the head is of another database.
    boolean isKnown = fields.baseVersion() <= baseVersion;
    @Nullable String newBranch = fields.newBranch();
    return new VersionForm(
        fields.content(),
        "",
        "",
        author,
        fields.changeDescription(),
        branch,
        isKnown ? fields.baseVersion() : baseVersion,
        isKnown ? fields.filledFrom() : filledFrom,
        newBranch == null ? alternate : new Alternate(true, newBranch),
        DraftKeys.seen(draft));
  }

  /** The same without the uploaded file, where that cannot be saved. */
  VersionForm withoutFile() {
    return new VersionForm(
        content,
        "",
        "",
        author,
        changeDescription,
        branch,
        baseVersion,
        filledFrom,
        alternate,
        draft);
  }
}
