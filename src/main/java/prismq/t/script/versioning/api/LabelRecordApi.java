package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.label.EditorialRecord;
import prismq.t.script.versioning.label.EditorialRecord.AiShare;
import prismq.t.script.versioning.label.EditorialRecords;
import prismq.t.script.versioning.label.LabelRules.LabelLogEntry;
import prismq.t.script.versioning.readmark.ReadShare;
import prismq.t.script.versioning.review.ReviewLapse;
import prismq.t.script.versioning.review.WordingVerdict;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's call that tells the editorial record of a label. */
public final class LabelRecordApi {
  private final EditorialRecords records;

  /** Tells what this makes. */
  public LabelRecordApi(EditorialRecords records) {
    this.records = records;
  }

  /**
   * The record of a label.
   *
   * @param labelledBy the name of who gave the label; null where that is not known
   * @param aiPercentBefore of the words of the first reviewed version; null where there is none
   * @param changedBy the latest version of the branch where it has other words; null for none
   */
  record LabelRecordJson(
      String scriptId,
      String name,
      int versionNumber,
      String contentHash,
      String versionHash,
      String labelledAt,
      @Nullable String labelledBy,
      List<RecordVerdictJson> verdicts,
      List<ResponsibleJson> responsible,
      @Nullable Integer aiBeforeVersion,
      @Nullable Double aiPercentBefore,
      @Nullable Double aiPercentAfter,
      @Nullable Integer changedBy) {}

  /**
   * What somebody said last in a review.
   *
   * @param wordsRead how many of the words of the reviewed version they had read; null where that
   *     is not known
   * @param holds whether it is of the same words as the labelled version
   */
  record RecordVerdictJson(
      String name,
      @Nullable String role,
      String verdict,
      String givenAt,
      int reviewId,
      int versionNumber,
      String contentHash,
      @Nullable Integer wordsRead,
      @Nullable Integer wordsToRead,
      boolean holds) {}

  /** Somebody who takes responsibility for the words of a version. */
  record ResponsibleJson(String name, String takenAt, int versionNumber, boolean holds) {}

  /** Answers with the record; the label's name is a parameter, as where it is removed. */
  public void show(Context context) {
    @Nullable String name = Parameters.text(context, "name");
    if (name == null) {
      throw new BadRequestException("The parameter name says of which label.");
    }
    Json.answer(context, 200, json(records.of(context.pathParam("script_id"), name)));
  }

  private static LabelRecordJson json(EditorialRecord record) {
    @Nullable LabelLogEntry given = record.given();
    @Nullable AiShare before = record.before();
    @Nullable AiShare after = record.after();
    @Nullable ReviewLapse lapse = record.lapse();
    return new LabelRecordJson(
        record.script().scriptId(),
        record.label().name(),
        record.version().versionNumber(),
        record.version().contentHash().hex(),
        record.version().versionHash().hex(),
        ApiTime.format(record.label().createdAt()),
        given == null || given.by().isEmpty() ? null : given.by(),
        record.verdicts().stream().map(LabelRecordApi::verdict).toList(),
        record.responsible().stream()
            .map(
                one ->
                    new ResponsibleJson(
                        one.account().name(),
                        ApiTime.format(one.takenAt()),
                        one.versionNumber(),
                        one.holds()))
            .toList(),
        before == null ? null : before.versionNumber(),
        before == null ? null : before.percent(),
        after == null ? null : after.percent(),
        lapse == null ? null : lapse.headVersion());
  }

  private static RecordVerdictJson verdict(WordingVerdict said) {
    String role = said.reviewer().role();
    @Nullable ReadShare read = said.given().read();
    return new RecordVerdictJson(
        said.reviewer().account().name(),
        role.isEmpty() ? null : role,
        said.given().verdict().word(),
        ApiTime.format(said.given().givenAt()),
        said.review().number(),
        said.version().versionNumber(),
        said.version().contentHash().hex(),
        read == null ? null : read.wordsRead(),
        read == null ? null : read.words(),
        said.holds());
  }
}
