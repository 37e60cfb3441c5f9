package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ScriptIds;
import prismq.t.script.versioning.transfer.imports.TargetScript;

/** Imports the pages of an export as they are read; the ones that are wanted. */
final class PagesImport implements ExportReader.PageHandler {
  private static final int TITLES_NAMED = 10;
  private static final int REVISIONS_BETWEEN_ESTIMATES = 50;

  private final ImportContext context;
  private final ExportFile export;
  private final @Nullable String wantedPage;
  private final @Nullable String wantedScript;
  private final Set<String> claimed = new HashSet<>();
  private final List<String> titles = new ArrayList<>();
  private @Nullable PageImport current;
  private boolean isPageFound;
  private int pages;
  private int revisions;

  /**
   * Imports from a file.
   *
   * @param wantedPage the title of the only page; null for all
   * @param wantedScript the script that page goes to; null to have it made of the title
   */
  PagesImport(
      ImportContext context,
      ExportFile export,
      @Nullable String wantedPage,
      @Nullable String wantedScript) {
    this.context = context;
    this.export = export;
    this.wantedPage = wantedPage == null ? null : normal(wantedPage);
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
    current = pageImport(page);
    return true;
  }

  /** The script that has this page, or the first free one of its name. */
  private PageImport pageImport(Page page) {
    for (int attempt = 0; ; attempt++) {
      String scriptId = wantedScript == null ? ScriptIds.from(page.title(), attempt) : wantedScript;
      TargetScript target = TargetScript.of(context, scriptId);
      MediaWikiKeys known = new MediaWikiKeys(page, target.imported());
      boolean isFree = target.isFree() && !claimed.contains(scriptId);
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
        return new PageImport(context, page, scriptId, known);
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
        context.progress().total((int) Math.min(Integer.MAX_VALUE, Math.round(revisions / share)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void pageEnd() {
    PageImport ended = Objects.requireNonNull(current);
    ended.finish();
    current = null;
  }

  /** Keeps what was read before the place where the file is broken. */
  void breakOff(Path file, XMLStreamException cause) {
    String why = XmlCursor.reason(cause);
    if (revisions == 0) {
      throw new ImportException(
          file + " cannot be read as XML: " + why + ". Nothing was imported.", cause);
    }
    @Nullable PageImport broken = current;
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

  /** Titles can be written with underscores, as in addresses. */
  private static String normal(String title) {
    return title.replace('_', ' ').strip();
  }
}
