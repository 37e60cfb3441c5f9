package prismq.t.script.versioning.transfer.mediawiki;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ScriptIds;
import prismq.t.script.versioning.transfer.imports.VersionDetails;

/** Makes versions of the revisions of one page. */
final class PageImport {
  private static final String NOBODY = "Unknown author";

  /** Kinds of content that people read and write as a text. */
  private static final Set<String> TEXT_MODELS =
      Set.of(
          "",
          "wikitext",
          "text",
          "markdown",
          "css",
          "sanitized-css",
          "javascript",
          "json",
          "scribunto");

  private final ImportContext context;
  private final Page page;
  private final String scriptId;
  private final MediaWikiKeys known;
  private final BatchSaver saver;
  private @Nullable Revision firstRevision;
  private String last = "";

  /**
   * Imports to this script.
   *
   * @param known what was imported of the page before
   */
  PageImport(ImportContext context, Page page, String scriptId, MediaWikiKeys known) {
    this.context = context;
    this.page = page;
    this.scriptId = scriptId;
    this.known = known;
    this.saver = new BatchSaver(context, scriptId, ScriptIds.title(page.title()));
  }

  void take(Revision revision) {
    checkOrder(revision);
    last = place(revision);
    VersionDetails details = new VersionDetails(context, page.title(), last);
    @Nullable NewVersion version = version(revision, details);
    if (version == null) {
      context.progress().done(1);
    } else {
      saver.add(version);
    }
  }

  /** Numbers alone may fall where histories were put together; numbers and times do not. */
  private void checkOrder(Revision revision) {
    @Nullable Revision first = firstRevision;
    if (first == null) {
      firstRevision = revision;
    } else if (last.equals(place(first))
        && number(revision.id()) < number(first.id())
        && revision.timestamp().compareTo(first.timestamp()) < 0) {
      throw new ImportException(
          "The newest revision of “"
              + PlainText.line(page.title(), Script.MAX_TITLE)
              + "” stands first, and versions come in in the order of the file. Nothing of this"
              + " page was imported; have the export made again with the oldest revision first.");
    }
  }

  private static String place(Revision revision) {
    return "revision " + VersionDetails.inRemark(revision.id());
  }

  private @Nullable NewVersion version(Revision revision, VersionDetails details) {
    long id = number(revision.id());
    if (id < 0) {
      details.leftOut("it has no number");
      return null;
    }
    if (known.has(id)) {
      context.summary().alreadyThere(scriptId, 1);
      return null;
    }
    if (known.isTooOld(id)) {
      details.leftOut("older than what was imported before; a version is never put before others");
      return null;
    }
    @Nullable ScriptText content = content(revision, details);
    if (content == null) {
      return null;
    }
    return NewVersion.builder(
            scriptId,
            content,
            details.author(author(revision, details), NOBODY),
            details.changeDescription(
                revision.comment().isBlank() ? "Imported from revision " + id : revision.comment()))
        .createdAt(details.createdAt(time(revision.timestamp()), revision.timestamp()))
        .metadata(details.metadata(metadata(revision, id)))
        .sourceKey(known.take(id))
        .build();
  }

  private @Nullable ScriptText content(Revision revision, VersionDetails details) {
    if (!TEXT_MODELS.contains(revision.model().toLowerCase(Locale.ROOT))) {
      details.leftOut(
          "its content is of the kind “"
              + VersionDetails.inRemark(revision.model())
              + "”, which is not a text");
      return null;
    }
    @Nullable String text = revision.text();
    if (text == null) {
      details.leftOut(revision.whyNoText());
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!revision.sha1().isEmpty() && !Base36Sha1.matches(revision.sha1(), bytes)) {
      details.changed("its text has not the SHA-1 that the export tells; it came in as it is");
    }
    if (!revision.otherSlots().isEmpty()) {
      details.changed(
          "what it has beside its text was left out: "
              + VersionDetails.inRemark(revision.otherSlots()));
    }
    return details.content(bytes);
  }

  private String author(Revision revision, VersionDetails details) {
    if (revision.isCommentDeleted()) {
      details.changed("the wiki has deleted its comment");
    }
    if (revision.isContributorDeleted() || revision.contributor().isBlank()) {
      details.changed("the export does not tell who wrote it; kept as “" + NOBODY + "”");
    }
    return revision.contributor();
  }

  private Map<String, Object> metadata(Revision revision, long id) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("source", "import");
    values.put("mediawiki_revision", id);
    if (number(revision.parentId()) > 0) {
      values.put("mediawiki_parent", number(revision.parentId()));
    }
    if (revision.isMinor()) {
      values.put("minor", true);
    }
    if (!revision.model().isEmpty() && !revision.model().equals("wikitext")) {
      values.put("mediawiki_model", revision.model());
    }
    return values;
  }

  /** Which revision was read last, for a sentence. */
  String lastPlace() {
    return last + " of “" + PlainText.line(page.title(), Script.MAX_TITLE) + "”";
  }

  /** Saves what is not saved yet. */
  void finish() {
    saver.flush();
    if (last.isEmpty()) {
      context.summary().leftOut("Pages", page.title(), "they have no revisions");
    }
  }

  /** The number; -1 if it is none. */
  private static long number(String given) {
    return given.matches("[0-9]{1,18}") ? Long.parseLong(given) : -1;
  }

  private static @Nullable Instant time(String given) {
    try {
      return Instant.parse(given);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
