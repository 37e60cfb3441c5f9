package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;
import prismq.t.script.versioning.transfer.imports.VersionDetails;
import prismq.t.script.versioning.transfer.mediawiki.MediaWikiKeys.Known;

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
  private final MediaWikiKeys keys;
  private final BatchSaver saver;
  private @Nullable Revision first;
  private @Nullable RevisionSpool newestFirst;
  private boolean isBegun;
  private String last = "";

  /**
   * Imports to this script.
   *
   * @param keys what was imported of the page before
   */
  PageImport(ImportContext context, Page page, String scriptId, MediaWikiKeys keys) {
    this.context = context;
    this.page = page;
    this.scriptId = scriptId;
    this.keys = keys;
    this.saver = new BatchSaver(context, scriptId, ImportedTitle.given(page.title()));
  }

  /** Takes the next revision of the file. */
  void take(Revision revision) throws IOException {
    last = place(revision);
    @Nullable Revision before = first;
    if (newestFirst != null) {
      newestFirst.add(revision);
    } else if (before != null) {
      first = null;
      if (isNewestFirst(before, revision)) {
        newestFirst = new RevisionSpool();
        newestFirst.add(before);
        newestFirst.add(revision);
      } else {
        save(before);
        save(revision);
      }
    } else if (isBegun) {
      save(revision);
    } else {
      first = revision;
    }
    isBegun = true;
  }

  /** Numbers alone may fall where histories were put together; numbers and times do not. */
  private static boolean isNewestFirst(Revision first, Revision second) {
    return second.number() < first.number() && second.timestamp().compareTo(first.timestamp()) < 0;
  }

  private void save(Revision revision) {
    VersionDetails details = new VersionDetails(context, page.title(), place(revision));
    @Nullable NewVersion version = version(revision, details);
    if (version == null) {
      context.progress().done(1);
    } else {
      saver.add(version);
    }
  }

  private static String place(Revision revision) {
    return revision.id().isBlank() ? "" : "revision " + VersionDetails.inRemark(revision.id());
  }

  private @Nullable NewVersion version(Revision revision, VersionDetails details) {
    long id = revision.number();
    if (id < 0) {
      details.leftOut("a revision has no number");
      return null;
    }
    @Nullable ScriptText content = content(revision);
    Known known = content == null ? keys.find(id) : keys.find(id, content.hash());
    if (known == Known.SAME_BEFORE) {
      context.summary().alreadyThere(scriptId, 1);
      return null;
    }
    if (known == Known.SAME_NOW) {
      details.leftOut(
          "it stands in the file more than once with the same text; it was imported once");
      return null;
    }
    if (keys.isTooOld(id)) {
      details.leftOut(
          known == Known.OTHER
              ? "its text is not the one imported before; a version is never put before others"
              : "older than what was imported before; a version is never put before others");
      return null;
    }
    if (content == null || !canBeKept(revision, content)) {
      tellWhyNot(revision, details);
      return null;
    }
    tellChanges(revision, content, details);
    if (known == Known.OTHER) {
      details.changed(
          "another text was imported under its number before; this one is a version of its own");
    }
    return NewVersion.builder(
            scriptId,
            content,
            details.author(author(revision, details), NOBODY),
            details.changeDescription(
                revision.comment().isBlank() ? "Imported from revision " + id : revision.comment()))
        .createdAt(details.createdAt(revision.time(), revision.timestamp()))
        .metadata(details.metadata(metadata(revision, id)))
        .sourceKey(keys.take(id, content.hash()))
        .build();
  }

  /** The text; null if it has none that can be kept. */
  private static @Nullable ScriptText content(Revision revision) {
    @Nullable String text = revision.text();
    try {
      return text == null ? null : ScriptText.of(text);
    } catch (NotTextException e) {
      return null;
    }
  }

  private static boolean isOfText(Revision revision) {
    return TEXT_MODELS.contains(revision.model().toLowerCase(Locale.ROOT));
  }

  private boolean canBeKept(Revision revision, ScriptText content) {
    return isOfText(revision)
        && revision.damage().losses().isEmpty()
        && content.sizeBytes() <= context.sizeLimit();
  }

  private void tellWhyNot(Revision revision, VersionDetails details) {
    if (!isOfText(revision)) {
      details.leftOut(
          "its content is of the kind “"
              + VersionDetails.inRemark(revision.model())
              + "”, which is not a text");
    } else if (!revision.damage().losses().isEmpty()) {
      revision.damage().losses().forEach(details::leftOut);
    } else if (revision.text() == null) {
      revision.damage().repairs().forEach(details::leftOut);
      details.leftOut(revision.whyNoText());
    } else if (revision.text().indexOf('\0') >= 0) {
      details.leftOut("not a text, it has a NUL byte");
    } else {
      details.tooLarge();
    }
  }

  private static void tellChanges(Revision revision, ScriptText content, VersionDetails details) {
    revision.damage().repairs().forEach(details::changed);
    if (!revision.sha1().isEmpty() && !Base36Sha1.matches(revision.sha1(), content.bytes())) {
      details.changed("its text has not the SHA-1 that the export tells; it was imported as it is");
    }
    if (!revision.otherSlots().isEmpty()) {
      details.changed(
          "what it has beside its text was left out: "
              + VersionDetails.inRemark(revision.otherSlots()));
    }
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
    if (revision.parentNumber() > 0) {
      values.put("mediawiki_parent", revision.parentNumber());
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

  /**
   * Saves what is not saved yet.
   *
   * @param damage what was wrong in the page, but not in its revisions
   * @param isCutOff whether the file ends in the page
   */
  void finish(Damage damage, boolean isCutOff) throws IOException {
    if (first != null) {
      save(first);
    }
    if (newestFirst != null) {
      finishNewestFirst(newestFirst, isCutOff);
    }
    saver.flush();
    if (last.isEmpty()) {
      context.summary().leftOut("Pages", page.title(), "they have no revisions");
    }
    damage.losses().forEach(why -> context.summary().leftOut(page.title(), "", why));
    damage.repairs().forEach(how -> context.summary().changed(page.title(), "", how));
  }

  private void finishNewestFirst(RevisionSpool revisions, boolean isCutOff) throws IOException {
    try (revisions) {
      if (isCutOff || revisions.isFull()) {
        context
            .summary()
            .leftOut(
                page.title(),
                "",
                isCutOff
                    ? "its newest revision stands first, and the file ends before its oldest; a"
                        + " version is never put before others, so nothing of the page was imported"
                    : "its newest revision stands first, and it is too long to be put in order;"
                        + " have it exported with the oldest first");
        return;
      }
      revisions.forEachOldestFirst(this::save);
      context
          .summary()
          .changed(page.title(), "", "its newest revision stands first; it was put in order");
    }
  }
}
