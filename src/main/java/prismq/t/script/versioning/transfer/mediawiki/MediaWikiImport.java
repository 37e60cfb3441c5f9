package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.ImportedVersion;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ScriptIds;
import prismq.t.script.versioning.transfer.imports.VersionDetails;

/** Makes scripts of the pages in an export of MediaWiki, and versions of their revisions. */
public final class MediaWikiImport {
  private static final String NOBODY = "Unknown author";
  private static final int TITLES_NAMED = 10;
  private static final int REVISIONS_BETWEEN_ESTIMATES = 50;

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

  private static final int BASE = 36;
  private static final int SHA1_DIGITS = 31;

  private final ImportContext context;

  /** Imports in this context. */
  public MediaWikiImport(ImportContext context) {
    this.context = context;
  }

  /**
   * Imports what is new.
   *
   * @param file XML, or XML packed as .gz or .bz2
   * @param page the title of the only page to import; null for all
   * @param script the script that page goes to; null to have it made of the title
   * @throws ImportException where the file is no export of MediaWiki, or does not have the page
   */
  public void run(Path file, @Nullable String page, @Nullable String script) throws IOException {
    if (script != null) {
      Script.checkedId(script);
      if (page == null) {
        throw new ImportException(
            "One script takes the history of one page: say which page is meant.");
      }
    }
    try (ExportFile export = new ExportFile(file)) {
      Run run = new Run(export, page == null ? null : normal(page), script);
      try {
        new ExportReader(export.content(), context.sizeLimit(), run).read();
      } catch (XMLStreamException e) {
        run.breakOff(file, e);
      }
      run.check(file);
    }
  }

  /** Titles can be written with underscores, as in addresses. */
  private static String normal(String title) {
    return title.replace('_', ' ').strip();
  }

  /** One run over a file. */
  private final class Run implements ExportReader.Taker {
    private final ExportFile export;
    private final @Nullable String wantedPage;
    private final @Nullable String wantedScript;
    private final Set<String> claimed = new HashSet<>();
    private final List<String> titles = new ArrayList<>();
    private @Nullable PageRun current;
    private boolean isPageFound;
    private int pages;
    private int revisions;

    Run(ExportFile export, @Nullable String wantedPage, @Nullable String wantedScript) {
      this.export = export;
      this.wantedPage = wantedPage;
      this.wantedScript = wantedScript;
    }

    @Override
    public boolean page(Page page) {
      pages++;
      if (titles.size() < TITLES_NAMED) {
        titles.add(PlainText.line(page.title(), Script.MAX_TITLE));
      }
      if (wantedPage != null && !normal(page.title()).equals(wantedPage)) {
        return false;
      }
      isPageFound = true;
      if (page.redirect() != null && wantedPage == null) {
        context
            .summary()
            .leftOut(
                "Pages",
                page.title(),
                "they lead to another page; one comes in where it is asked for by its title");
        return false;
      }
      current = new PageRun(page, scriptFor(page));
      return true;
    }

    /** The script that has this page, or the first free one of its name. */
    private Target scriptFor(Page page) {
      for (int attempt = 0; ; attempt++) {
        String scriptId =
            wantedScript == null ? ScriptIds.from(page.title(), attempt) : wantedScript;
        Optional<Script> script = context.manager().findScript(scriptId);
        List<ImportedVersion> imported =
            script.isEmpty() ? List.of() : context.manager().imported(scriptId);
        MediaWikiKeys known = new MediaWikiKeys(page, imported);
        boolean isFree =
            (script.isEmpty() || script.get().latestVersion() == 0) && !claimed.contains(scriptId);
        if (isFree || !known.isEmpty()) {
          claimed.add(scriptId);
          if (attempt > 0 && known.isEmpty()) {
            context
                .summary()
                .changed(
                    page.title(),
                    "",
                    "called " + scriptId + ", because the id it would have is taken");
          }
          return new Target(scriptId, known);
        }
        if (wantedScript != null) {
          throw new ImportException(
              "There is a script “"
                  + wantedScript
                  + "” already, and its versions are not of this page. Nothing was imported; choose"
                  + " another script.");
        }
      }
    }

    @Override
    public void revision(Revision revision) {
      Objects.requireNonNull(current).take(revision);
      if (revisions++ % REVISIONS_BETWEEN_ESTIMATES == 0) {
        estimate();
      }
    }

    /** How many there are in all shows only at the end; how much of the file was read, before. */
    private void estimate() {
      try {
        double share = export.readShare();
        if (share > 0) {
          context
              .progress()
              .total((int) Math.min(Integer.MAX_VALUE, Math.round(revisions / share)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void pageEnd() {
      PageRun ended = Objects.requireNonNull(current);
      ended.finish();
      current = null;
    }

    /** Keeps what came before the place where the file is broken. */
    void breakOff(Path file, XMLStreamException cause) {
      String why = ExportReader.reason(cause);
      if (revisions == 0) {
        throw new ImportException(
            file + " cannot be read as XML: " + why + ". Nothing was imported.", cause);
      }
      @Nullable PageRun broken = current;
      if (broken != null) {
        broken.finish();
      }
      context
          .summary()
          .brokenOff(
              "it is cut off or broken after "
                  + (broken == null ? "page " + pages : broken.lastPlace())
                  + "; what came before is kept ("
                  + why
                  + ")");
    }

    void check(Path file) {
      if (wantedPage != null && !isPageFound) {
        throw new ImportException(
            file
                + " has no page “"
                + wantedPage
                + "”. Nothing was imported; it has "
                + String.join(", ", titles)
                + (pages > titles.size() ? " and " + (pages - titles.size()) + " more." : "."));
      }
      if (pages == 0) {
        throw new ImportException(file + " has no pages. Nothing was imported.");
      }
    }
  }

  /**
   * Where a page goes.
   *
   * @param known what was imported of it before
   */
  private record Target(String scriptId, MediaWikiKeys known) {}

  /** One run over the revisions of a page. */
  private final class PageRun {
    private final Page page;
    private final Target target;
    private final BatchSaver saver;
    private @Nullable Revision firstRevision;
    private String last = "";

    PageRun(Page page, Target target) {
      this.page = page;
      this.target = target;
      this.saver = new BatchSaver(context, target.scriptId(), ScriptIds.title(page.title()));
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
      if (target.known().has(id)) {
        context.summary().alreadyThere(target.scriptId(), 1);
        return null;
      }
      if (target.known().isTooOld(id)) {
        details.leftOut(
            "older than what was imported before; a version is never put before others");
        return null;
      }
      @Nullable ScriptText content = content(revision, details);
      if (content == null) {
        return null;
      }
      return NewVersion.builder(
              target.scriptId(),
              content,
              details.author(author(revision, details), NOBODY),
              details.changeDescription(
                  revision.comment().isBlank()
                      ? "Imported from revision " + id
                      : revision.comment()))
          .createdAt(details.createdAt(time(revision.timestamp()), revision.timestamp()))
          .metadata(details.metadata(metadata(revision, id)))
          .sourceKey(target.known().take(id))
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
      if (!revision.sha1().isEmpty() && !isSha1(revision.sha1(), bytes)) {
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

    private String lastPlace() {
      return last + " of “" + PlainText.line(page.title(), Script.MAX_TITLE) + "”";
    }

    private void finish() {
      saver.flush();
      if (last.isEmpty()) {
        context.summary().leftOut("Pages", page.title(), "they have no revisions");
      }
    }
  }

  /** The number; -1 where it is none. */
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

  private static boolean isSha1(String told, byte[] bytes) {
    String digits = new BigInteger(1, sha1(bytes)).toString(BASE);
    return ("0".repeat(Math.max(0, SHA1_DIGITS - digits.length())) + digits)
        .equals(told.toLowerCase(Locale.ROOT));
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1.", e);
    }
  }
}
