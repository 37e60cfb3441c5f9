package prismq.t.script.versioning.transfer.page;

import static prismq.t.script.versioning.transfer.page.Choices.ImportField.AUTHOR;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.ENCODING;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.ORDER;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.PAGE;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.PATH;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.PROJECT;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.SCRIPT;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.TITLE;
import static prismq.t.script.versioning.transfer.page.Choices.ImportField.ZIP_NAMES;
import static prismq.t.script.versioning.transfer.page.Format.Files.ALONE;
import static prismq.t.script.versioning.transfer.page.Format.Files.TOGETHER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.transfer.archive.ArchiveImport;
import prismq.t.script.versioning.transfer.archive.ArchiveLimits;
import prismq.t.script.versioning.transfer.folder.DraftOrder;
import prismq.t.script.versioning.transfer.folder.FolderImport;
import prismq.t.script.versioning.transfer.git.GitImport;
import prismq.t.script.versioning.transfer.git.read.GitSource;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ScriptIds;
import prismq.t.script.versioning.transfer.mediawiki.MediaWikiImport;
import prismq.t.script.versioning.transfer.prismq.PrismQChoice;
import prismq.t.script.versioning.transfer.prismq.PrismQImport;

/** Everything the page takes; a file is of the first format that recognises it. */
final class Formats {
  /** What an archive from anybody may take on this machine. */
  private static final ArchiveLimits ARCHIVE_LIMITS = new ArchiveLimits(8L << 30, 256L << 30);

  /** Of an export of MediaWiki, in bytes; a few packed bytes can become any number. */
  private static final long MAX_UNPACKED_EXPORT = 64L << 30;

  /** In the order in which they are tried. */
  static final List<Format> ALL =
      List.of(
          new Format("bundle", ALONE, Opening::isGitBundle, Set.of(SCRIPT, PATH), Formats::git),
          new Format(
              "archive",
              ALONE,
              opening -> opening.isZipOf("manifest.json", "scripts.jsonl"),
              Set.of(),
              (context, upload, choices) ->
                  new ArchiveImport(context, ARCHIVE_LIMITS).run(upload.file())),
          new Format(
              "zip",
              ALONE,
              Opening::isZip,
              Set.of(SCRIPT, AUTHOR, ORDER, ENCODING, ZIP_NAMES),
              (context, upload, choices) ->
                  new FolderImport(context)
                      .run(upload.file(), choices.ofDrafts(choices.scriptOrNull()))),
          new Format(
              "wiki",
              ALONE,
              Opening::isMediaWiki,
              Set.of(SCRIPT, PAGE),
              (context, upload, choices) ->
                  new MediaWikiImport(context, MAX_UNPACKED_EXPORT)
                      .run(upload.file(), choices.pathOrNull(), choices.scriptOrNull())),
          new Format(
              "prismq",
              ALONE,
              Opening::isSqlite,
              Set.of(PROJECT),
              (context, upload, choices) ->
                  new PrismQImport(context)
                      .run(
                          upload.file(),
                          new PrismQChoice(Set.of(), choices.projectOrNull(), null))),
          new Format(
              "reviews",
              ALONE,
              opening -> opening.isJsonWith("\"script_text\""),
              Set.of(SCRIPT),
              (context, upload, choices) ->
                  new PrismQImport(context)
                      .run(
                          upload.file(), new PrismQChoice(Set.of(), null, choices.scriptOrNull()))),
          new Format(
              "drafts",
              TOGETHER,
              Opening::isDraft,
              Set.of(SCRIPT, TITLE, AUTHOR, ORDER, ENCODING),
              Formats::drafts));

  private Formats() {}

  /** All of them as they are told: first the files that people write in. */
  static List<Format> listed() {
    return ALL.stream().sorted(Comparator.comparing(format -> format.files() == ALONE)).toList();
  }

  /**
   * What was uploaded.
   *
   * @throws Problem if it is nothing the page takes
   */
  static Format of(Upload upload) throws IOException {
    boolean isAlone = upload.files().size() == 1;
    for (Path file : upload.files()) {
      Opening opening = Opening.of(file);
      Optional<Format> alone = recognised(opening).filter(format -> format.files() == ALONE);
      if (alone.isPresent() && isAlone) {
        return alone.get();
      }
      if (alone.isPresent()) {
        throw new Problem(
            ProblemKind.BROKEN_SOURCE,
            FilledMessage.of("import.alone", upload.nameOf(file), alone.get().name()));
      }
      if (isAlone && opening.office().filter(office -> !office.isRead()).isPresent()) {
        throw new Problem(
            ProblemKind.BROKEN_SOURCE,
            FilledMessage.of("import.is", upload.nameOf(file), opening.office().get().said()));
      }
      if (isAlone && recognised(opening).isEmpty()) {
        throw new Problem(
            ProblemKind.BROKEN_SOURCE, FilledMessage.of("import.neither", upload.nameOf(file)));
      }
    }
    // What of several files is no text is left out, with the reason.
    return ALL.stream().filter(format -> format.files() == TOGETHER).findFirst().orElseThrow();
  }

  private static Optional<Format> recognised(Opening opening) {
    return ALL.stream().filter(format -> format.isRecognised().test(opening)).findFirst();
  }

  /** The choices that are proposed first. */
  static Choices proposed(Format format, Upload upload, String author) throws IOException {
    String title = format.asks().contains(TITLE) ? DraftTitle.of(textNames(upload)) : "";
    return new Choices(
        title.isEmpty() ? "" : ScriptIds.from(title),
        title,
        author.isEmpty() ? Messages.text("import.unknown_author") : author,
        "",
        "",
        DraftOrder.NAMES.toString(),
        "",
        "");
  }

  private static List<String> textNames(Upload upload) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : upload.files()) {
      if (Opening.of(file).isDraft()) {
        names.add(upload.nameOf(file));
      }
    }
    return names.isEmpty() ? upload.names() : names;
  }

  private static void git(ImportContext context, Upload upload, Choices choices)
      throws IOException {
    try (GitSource source = GitSource.open(upload.file(), context.sizeLimit())) {
      new GitImport(context).run(source, choices.pathOrNull(), choices.scriptOrNull());
    }
  }

  private static void drafts(ImportContext context, Upload upload, Choices choices)
      throws IOException {
    String title = ScriptIds.title(choices.title());
    String script = choices.script().isEmpty() ? ScriptIds.from(title) : choices.script();
    if (!context.isPreview()) {
      // Only the title is given ahead; whatever else is wrong must not leave a script behind.
      Author.named(choices.author());
      context.createScript(script, title);
    }
    new FolderImport(context).run(upload.folder(), choices.ofDrafts(script));
  }
}
