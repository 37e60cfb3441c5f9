package prismq.t.script.versioning.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.FoldedDiff;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Person;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Json;

/** A report for programs, as the API writes JSON; its versions are written one by one. */
final class JsonReport {
  private JsonReport() {}

  /** From when to when the versions were written; null where there are none. */
  record Period(@Nullable String from, @Nullable String until) {}

  /** The numbers of all versions together. */
  record Totals(
      int versions,
      int authors,
      int branches,
      int labels,
      int words,
      long wordsInserted,
      long wordsDeleted) {}

  /** What an author contributed. */
  record OfAuthor(String author, int versions, long wordsInserted, long wordsDeleted) {
    static OfAuthor of(Contribution one) {
      return new OfAuthor(one.name(), one.versions(), one.wordsInserted(), one.wordsDeleted());
    }
  }

  /** What is from a source. */
  record OfSource(String source, int versions, long wordsInserted, long wordsDeleted) {
    static OfSource of(Contribution one) {
      return new OfSource(one.name(), one.versions(), one.wordsInserted(), one.wordsDeleted());
    }
  }

  /** A stretch of a step; paragraphs is how many were folded. */
  record PieceJson(
      String type,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer paragraphs) {}

  /**
   * A version in the report.
   *
   * @param diff left out where it is not asked for; null where it was made of no other version
   */
  record ReportedVersion(
      int versionNumber,
      String branch,
      @Nullable Integer parentVersion,
      @Nullable Integer mergeParentVersion,
      @Nullable Integer restoredFrom,
      String createdAt,
      String author,
      Person person,
      String changeDescription,
      List<String> labels,
      int words,
      int wordsInserted,
      int wordsDeleted,
      int changedPercent,
      @Nullable Number reviewScore,
      @Nullable Number lengthSeconds,
      String source,
      String contentHash,
      String versionHash,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PieceJson> diff,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String content,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean contentExact,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem) {}

  static void write(Reports reports, Report report, OutputStream out) throws IOException {
    Version last = report.last();
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("script_id", report.toldScriptId());
      json.writeStringField("title", report.script().title());
      json.writeStringField("made_at", Wording.iso(report.madeAt()));
      json.writePOJOField("choices", report.choices());
      json.writePOJOField("period", new Period(time(report.earliest()), time(report.latest())));
      json.writePOJOField("totals", totals(report, last));
      json.writePOJOField(
          "contributions_by_author", report.byAuthor().stream().map(OfAuthor::of).toList());
      json.writePOJOField(
          "contributions_by_source", report.bySource().stream().map(OfSource::of).toList());
      json.writeArrayFieldStart("versions");
      reports.forEachWithTexts(
          report, (version, texts) -> json.writePOJO(version(texts, report, version)));
      json.writeEndArray();
      @Nullable ReviewAnnex annex = report.annex();
      if (annex != null) {
        json.writePOJOField("review", JsonAnnex.of(annex));
      }
      json.writeStringField("last_version_hash", last == null ? null : last.versionHash().hex());
      json.writeEndObject();
    }
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : Wording.iso(time);
  }

  private static Totals totals(Report report, @Nullable Version last) {
    return new Totals(
        report.versions(),
        report.byAuthor().size(),
        report.branches(),
        report.labelCount(),
        last == null ? 0 : last.words(),
        report.wordsInserted(),
        report.wordsDeleted());
  }

  private static ReportedVersion version(Reports.Texts texts, Report report, Version version) {
    ReportChoices choices = report.choices();
    List<PieceJson> diff = null;
    ScriptText text = null;
    String problem = null;
    try {
      diff = choices.diff() ? diff(texts, version) : null;
      text = choices.texts() ? texts.of(version) : null;
    } catch (DamagedVersionException e) {
      problem = Wording.damage(report, e);
    }
    return new ReportedVersion(
        version.versionNumber(),
        version.branch(),
        version.parentVersion(),
        version.mergeParentVersion(),
        version.restoredFrom(),
        Wording.iso(version.createdAt()),
        version.author().name(),
        version.person(),
        version.changeDescription(),
        report.labels(version),
        version.words(),
        Step.wordsInserted(version),
        Step.wordsDeleted(version),
        Step.changedPercent(version),
        version.metadata().reviewScore(),
        version.metadata().lengthSeconds(),
        Step.source(version),
        version.contentHash().hex(),
        version.versionHash().hex(),
        diff,
        // Not the text for display, which is without the byte order mark.
        text == null ? null : text.characters(),
        text == null ? null : text.encoding().isUtf8() && text.exactlyDecoded(),
        problem);
  }

  private static @Nullable List<PieceJson> diff(Reports.Texts texts, Version version) {
    Comparison step = texts.step(version);
    if (step == null) {
      return null;
    }
    JsonPieces pieces = new JsonPieces();
    FoldedDiff.read(step, HtmlStep.CONTEXT, pieces);
    return pieces.all;
  }

  /** Collects the stretches of a step. */
  private static final class JsonPieces implements FoldedDiff.DiffReader {
    private final List<PieceJson> all = new ArrayList<>();

    @Override
    public void startStretch() {
      // What follows says of itself what it is.
    }

    @Override
    public void unchanged(String text) {
      all.add(new PieceJson("unchanged", text, null));
    }

    @Override
    public void folded(int paragraphs) {
      all.add(new PieceJson("folded", null, paragraphs));
    }

    @Override
    public void startChange(String label) {
      if (!label.isEmpty()) {
        all.add(new PieceJson("label", label, null));
      }
    }

    @Override
    public void kept(String text) {
      if (!text.isEmpty()) {
        unchanged(text);
      }
    }

    @Override
    public void deleted(String text) {
      all.add(new PieceJson("deleted", text, null));
    }

    @Override
    public void inserted(String text) {
      all.add(new PieceJson("inserted", text, null));
    }

    @Override
    public void movedAway(String text) {
      all.add(new PieceJson("moved_away", text, null));
    }

    @Override
    public void movedHere(String text) {
      all.add(new PieceJson("moved_here", text, null));
    }
  }
}
