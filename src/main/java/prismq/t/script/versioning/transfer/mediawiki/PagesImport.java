package prismq.t.script.versioning.transfer.mediawiki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
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
  private final Map<String, PageScript> claimed = new HashMap<>();
  private final List<String> titles = new ArrayList<>();
  private @Nullable PageImport current;
  private boolean isPageFound;
  private int pages;
  private int revisions;
  private @Nullable FilledMessage lastPlace;

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
    if (page.title().isEmpty()) {
      context
          .summary()
          .leftOut(
              FilledMessage.of("remark.wiki.pages"),
              page.id().isEmpty() ? "" : ImportSummary.place("id", page.id()),
              FilledMessage.of("remark.wiki.no_title"));
      return false;
    }
    isPageFound = true;
    if (page.redirect() != null && wantedPage == null) {
      context
          .summary()
          .leftOut(
              FilledMessage.of("remark.wiki.pages"),
              page.title(),
              FilledMessage.of("remark.wiki.redirect"));
      return false;
    }
    current = pageImport(page);
    page.damage()
        .losses()
        .forEach(
            why ->
                context
                    .summary()
                    .changed(
                        page.title(), "", FilledMessage.of("remark.wiki.before_revisions", why)));
    page.damage()
        .repairs()
        .forEach(
            how ->
                context
                    .summary()
                    .changed(
                        page.title(), "", FilledMessage.of("remark.wiki.before_revisions", how)));
    return true;
  }

  /** The script that has this page, or the first free one of its name. */
  private PageImport pageImport(Page page) {
    for (int attempt = 0; ; attempt++) {
      String scriptId = wantedScript == null ? ScriptIds.from(page.title(), attempt) : wantedScript;
      @Nullable PageScript script = script(page, scriptId);
      if (script != null) {
        if (attempt > 0 && script.isNew()) {
          context
              .summary()
              .changed(page.title(), "", FilledMessage.of("remark.wiki.called", scriptId));
        }
        return new PageImport(context, page, scriptId, script.keys(context));
      }
      if (wantedScript != null) {
        throw new ImportException(FilledMessage.of("import.wiki.occupied", wantedScript));
      }
    }
  }

  /** What this script has of the page; null if it is another's. */
  private @Nullable PageScript script(Page page, String scriptId) {
    @Nullable PageScript claim = claimed.get(scriptId);
    if (claim != null) {
      return claim.isOf(page) ? claim : null;
    }
    TargetScript target = TargetScript.of(context, scriptId);
    PageScript script = new PageScript(page, target);
    if (!target.isFree() && script.isNew()) {
      return null;
    }
    claimed.put(scriptId, script);
    return script;
  }

  @Override
  public void revision(Revision revision) {
    try {
      Objects.requireNonNull(current).take(revision);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  public void pageEnd(Damage damage, boolean isCutOff) {
    PageImport ended = Objects.requireNonNull(current);
    try {
      ended.finish(damage, isCutOff);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lastPlace = ended.lastPlace();
    current = null;
  }

  @Override
  public void outside(Damage damage) {
    damage
        .losses()
        .forEach(
            why ->
                context.summary().leftOut(FilledMessage.of("remark.wiki.between_pages"), "", why));
    damage
        .repairs()
        .forEach(
            how ->
                context.summary().changed(FilledMessage.of("remark.wiki.between_pages"), "", how));
  }

  /**
   * Keeps what was read before the file ended too early.
   *
   * @param failure why it did; null if it just ends
   */
  void breakOff(Path file, @Nullable IOException failure) {
    FilledMessage why =
        failure == null ? FilledMessage.of("import.wiki.no_end") : export.reason(failure);
    if (revisions == 0) {
      throw new ImportException(FilledMessage.of("import.wiki.cut_off", file, why), failure);
    }
    context
        .summary()
        .brokenOff(
            FilledMessage.of(
                "remark.wiki.broken_off",
                lastPlace == null ? FilledMessage.of("remark.wiki.page", pages) : lastPlace,
                why));
  }

  void check(Path file) {
    if (wantedPage != null && !isPageFound) {
      throw new ImportException(
          pages > titles.size()
              ? FilledMessage.of(
                  "import.wiki.no_page_many",
                  file,
                  wantedPage,
                  String.join(", ", titles),
                  pages - titles.size())
              : FilledMessage.of(
                  "import.wiki.no_page", file, wantedPage, String.join(", ", titles)));
    }
    if (pages == 0) {
      throw new ImportException(FilledMessage.of("import.wiki.no_pages", file));
    }
  }

  /** Titles can be written with underscores, as in addresses. */
  private static String normal(String title) {
    return title.replace('_', ' ').strip();
  }
}
