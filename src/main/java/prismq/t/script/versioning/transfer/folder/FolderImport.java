package prismq.t.script.versioning.transfer.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.folder.DraftScripts.DraftScript;
import prismq.t.script.versioning.transfer.imports.BatchSaver;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.imports.SourceKeys;
import prismq.t.script.versioning.transfer.imports.TargetScript;
import prismq.t.script.versioning.transfer.imports.VersionDetails;
import prismq.t.script.versioning.transfer.office.OfficeFormat;

/** Makes versions of the files of a folder, or of a zip file of one. */
public final class FolderImport {
  /** Enough of a SHA-256 to tell files apart. */
  private static final int KEY_BYTES = 16;

  private final ImportContext context;

  /** Imports in this context. */
  public FolderImport(ImportContext context) {
    this.context = context;
  }

  /**
   * Imports what is new.
   *
   * @param folder a folder, a zip file of one, or a document
   */
  public void run(Path folder, DraftChoices choices) throws IOException {
    @Nullable String wantedScript = choices.script();
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    @Nullable String checkedScript = wantedScript == null ? null : Script.checkedId(wantedScript);
    Author author = Author.named(choices.author() == null ? userName() : choices.author());
    try (DraftSource source = source(folder, choices)) {
      List<DraftFile> files = DraftScripts.withoutOuterFolders(source.files());
      boolean isFile = !Files.isDirectory(folder);
      List<DraftScript> scripts =
          DraftScripts.of(
              isFile ? name.replaceFirst("\\.\\p{Alnum}{1,10}$", "") : name,
              checkedScript,
              files,
              choices.order());
      context.progress().total(files.size());
      tellOrder(scripts, choices.order());
      importAll(scripts, new DraftOrigin(source, author, choices.encoding()));
    }
    if (context.summary().addedCount() + context.summary().alreadyThereCount() == 0) {
      throw new ImportException(
          FilledMessage.of(
              context.summary().leftOut().isEmpty()
                  ? "import.no_text"
                  : "import.no_text_but_left_out"));
    }
  }

  /** Where the dates of the files contradict the order of their names, which may be wrong. */
  private void tellOrder(List<DraftScript> scripts, DraftOrder order) {
    for (DraftScript script : scripts) {
      DraftOrder.Contradiction.in(DraftOrder.NAMES.sorted(script.files()))
          .ifPresent(
              contradiction ->
                  context
                      .summary()
                      .guessed(
                          script.title().title(),
                          "",
                          FilledMessage.of(
                              "remark.order_by_" + order,
                              contradiction.later().name(),
                              contradiction.earlier().name())));
    }
  }

  private DraftSource source(Path folder, DraftChoices choices) throws IOException {
    if (Files.isDirectory(folder)) {
      return new FolderSource(folder, context.summary());
    }
    if (!Files.exists(folder)) {
      throw new ImportException(FilledMessage.of("import.no_folder", folder));
    }
    Optional<OfficeFormat> format = format(folder);
    if (format.isPresent()) {
      if (!format.get().isRead()) {
        throw new ImportException(
            FilledMessage.of("import.is_nothing", folder, format.get().said()));
      }
      return new SingleSource(folder);
    }
    if (!isZip(folder)) {
      throw new ImportException(FilledMessage.of("import.no_folder_or_zip", folder));
    }
    return new ZipSource(folder, context.summary(), choices.zipNames());
  }

  private static Optional<OfficeFormat> format(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return OfficeFormat.of(channel);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }
  }

  /**
   * Where the files of all scripts lie, who wrote them and how.
   *
   * @param encoding of those that do not tell it; null to have it guessed
   */
  private record DraftOrigin(DraftSource files, Author author, @Nullable TextEncoding encoding) {}

  /** Where the files of a script lie, and how they are read. */
  private record ReadSource(DraftSource files, DraftReader reader) {}

  private void importAll(List<DraftScript> scripts, DraftOrigin drafts) {
    FilledMessage refusal = FilledMessage.verbatim("");
    boolean isAnyImported = false;
    for (DraftScript script : scripts) {
      TargetScript target = TargetScript.of(context, script.scriptId());
      SourceKeys known = new SourceKeys(target.imported());
      if (!target.isFree() && known.isEmpty()) {
        refusal = target.occupied();
        context.summary().leftOut(script.title().title(), "", refusal);
        context.progress().done(script.files().size());
      } else {
        isAnyImported = true;
        importScript(script, drafts, known, target.script().map(Script::latestVersion).orElse(0));
      }
    }
    if (!isAnyImported && !scripts.isEmpty()) {
      throw new ImportException(FilledMessage.of("import.occupied_choose", refusal));
    }
  }

  private void importScript(
      DraftScript script, DraftOrigin drafts, SourceKeys known, int versionsBefore) {
    ReadSource source = source(script, drafts);
    BatchSaver saver = new BatchSaver(context, script.scriptId(), script.title());
    for (DraftFile file : script.files()) {
      @Nullable NewVersion version = version(file, script.scriptId(), source, drafts.author, known);
      if (version == null) {
        context.progress().done(1);
      } else {
        saver.add(version);
      }
    }
    saver.flush();
    if (versionsBefore == 0 && script.isScreenplay()) {
      context.writtenAs(script.scriptId(), TextFormat.SCREENPLAY);
    }
    ImportSummary.@Nullable Counts counts = context.summary().scripts().get(script.scriptId());
    if (versionsBefore > 0 && counts != null && counts.alreadyThere() == 0) {
      context
          .summary()
          .changed(
              script.scriptId(),
              "",
              FilledMessage.count("remark.other_files", versionsBefore, versionsBefore));
    }
  }

  /** Looks through all files first, one after another, where their encoding has to be guessed. */
  private ReadSource source(DraftScript script, DraftOrigin drafts) {
    ReadSource source =
        new ReadSource(drafts.files, new DraftReader(drafts.encoding, context.sizeLimit()));
    if (source.reader.isGuessing() && script.files().size() > 1) {
      for (DraftFile file : script.files()) {
        try {
          bytes(file, source).ifPresent(source.reader::learn);
        } catch (IOException e) {
          // It is read again to be imported; what fails then is told.
        }
        context.progress().done(0);
      }
    }
    return source;
  }

  private static String userName() {
    String name = PlainText.line(System.getProperty("user.name", ""), Author.MAX_NAME);
    return name.isEmpty() ? Messages.text("import.unknown_author") : name;
  }

  /** The version to save of a file; null if it is there already, or left out. */
  private @Nullable NewVersion version(
      DraftFile file, String scriptId, ReadSource source, Author author, SourceKeys known) {
    VersionDetails details = new VersionDetails(context, file.place(), "");
    try {
      @Nullable ScriptText content = content(file, source, details);
      if (content == null) {
        return null;
      }
      // A file that was moved into a folder of older drafts is the same draft.
      if (file.names().stream().anyMatch(name -> known.has(key(name, content)))) {
        context.summary().alreadyThere(scriptId, 1);
        return null;
      }
      return NewVersion.builder(
              scriptId,
              content,
              author,
              Messages.text("import.made_from", PlainText.line(file.name(), 500)))
          .createdAt(details.createdAt(file.written(), ""))
          .sourceKey(key(file.name(), content))
          .build();
    } catch (IOException e) {
      details.leftOut(FilledMessage.of("remark.unreadable", OneLine.of(e)));
      return null;
    }
  }

  /** The text of a file; null, and reported, if it has none. */
  private @Nullable ScriptText content(DraftFile file, ReadSource source, VersionDetails details)
      throws IOException {
    Optional<byte[]> bytes = bytes(file, source);
    if (bytes.isEmpty()) {
      details.tooLarge();
      return null;
    }
    DraftText draft = source.reader.read(bytes.get());
    if (draft instanceof DraftText.ReadDraft readable) {
      readable.guessed().forEach(details::guessed);
      readable.told().forEach(details::encoding);
      readable.lost().forEach(details::changed);
      return readable.text();
    }
    details.leftOut(((DraftText.UnreadDraft) draft).why());
    return null;
  }

  /** All of a file; empty if it is too large to be read. */
  private static Optional<byte[]> bytes(DraftFile file, ReadSource source) throws IOException {
    int largest = source.reader.largestFile();
    if (file.size() > largest) {
      return Optional.empty();
    }
    byte[] bytes = source.files.read(file, largest + 1);
    return bytes.length > largest ? Optional.empty() : Optional.of(bytes);
  }

  private static byte[] key(String name, ScriptText content) {
    MessageDigest digest = ContentHash.digest();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(content.bytes());
    return Arrays.copyOf(digest.digest(), KEY_BYTES);
  }
}
