package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;
import prismq.t.script.versioning.transfer.imports.VersionDetails;
import prismq.t.script.versioning.transfer.mediawiki.MediaWikiKeys.Known;

/** Makes versions of the revisions of one page. */
final class PageImport {

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
  private Object last = "";

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

  private static Object place(Revision revision) {
    return revision.id().isBlank()
        ? ""
        : ImportSummary.place("revision", VersionDetails.inRemark(revision.id()));
  }

  private @Nullable NewVersion version(Revision revision, VersionDetails details) {
    long id = revision.number();
    if (id < 0) {
      details.leftOut(FilledMessage.of("remark.wiki.no_number"));
      return null;
    }
    @Nullable ScriptText content = content(revision);
    Known known = content == null ? keys.find(id) : keys.find(id, content.hash());
    if (known == Known.SAME_BEFORE) {
      context.summary().alreadyThere(scriptId, 1);
      return null;
    }
    if (known == Known.SAME_NOW) {
      details.leftOut(FilledMessage.of("remark.wiki.twice"));
      return null;
    }
    if (keys.isTooOld(id)) {
      details.leftOut(
          known == Known.OTHER
              ? FilledMessage.of("remark.wiki.other_text")
              : FilledMessage.of("remark.older"));
      return null;
    }
    if (content == null || !canBeKept(revision, content)) {
      tellWhyNot(revision, details);
      return null;
    }
    tellChanges(revision, content, details);
    if (known == Known.OTHER) {
      details.changed(FilledMessage.of("remark.wiki.other_number"));
    }
    return NewVersion.builder(
            scriptId,
            content,
            details.author(author(revision, details), Messages.text("import.unknown_author")),
            details.changeDescription(
                revision.comment().isBlank()
                    ? Messages.text("import.wiki.made", id)
                    : revision.comment()))
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
          FilledMessage.of("remark.wiki.kind", VersionDetails.inRemark(revision.model())));
    } else if (!revision.damage().losses().isEmpty()) {
      revision.damage().losses().forEach(details::leftOut);
    } else if (revision.text() == null) {
      revision.damage().repairs().forEach(details::leftOut);
      details.leftOut(Objects.requireNonNull(revision.whyNoText()));
    } else if (revision.text().indexOf('\0') >= 0) {
      details.leftOut(FilledMessage.of("remark.no_text"));
    } else {
      details.tooLarge();
    }
  }

  private static void tellChanges(Revision revision, ScriptText content, VersionDetails details) {
    revision.damage().repairs().forEach(details::changed);
    if (!revision.sha1().isEmpty() && !Base36Sha1.matches(revision.sha1(), content.bytes())) {
      details.changed(FilledMessage.of("remark.wiki.sha1"));
    }
    if (!revision.otherSlots().isEmpty()) {
      details.changed(
          FilledMessage.of("remark.wiki.slots", VersionDetails.inRemark(revision.otherSlots())));
    }
  }

  private String author(Revision revision, VersionDetails details) {
    if (revision.isCommentDeleted()) {
      details.changed(FilledMessage.of("remark.wiki.comment_deleted"));
    }
    if (revision.isContributorDeleted() || revision.contributor().isBlank()) {
      details.changed(
          FilledMessage.of("remark.wiki.nobody", Messages.text("import.unknown_author")));
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
  FilledMessage lastPlace() {
    return FilledMessage.of(
        "remark.wiki.last", last, PlainText.line(page.title(), Script.MAX_TITLE));
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
    if (last.equals("")) {
      context
          .summary()
          .leftOut(
              FilledMessage.of("remark.wiki.pages"),
              page.title(),
              FilledMessage.of("remark.wiki.no_revisions"));
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
                    ? FilledMessage.of("remark.wiki.newest_first_cut")
                    : FilledMessage.of("remark.wiki.newest_first_long"));
        return;
      }
      revisions.forEachOldestFirst(this::save);
      context.summary().changed(page.title(), "", FilledMessage.of("remark.wiki.newest_first"));
    }
  }
}
