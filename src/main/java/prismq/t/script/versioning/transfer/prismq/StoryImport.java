package prismq.t.script.versioning.transfer.prismq;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.imports.ImportedTitle;
import prismq.t.script.versioning.transfer.imports.ScriptIds;
import prismq.t.script.versioning.transfer.imports.TargetScript;
import prismq.t.script.versioning.transfer.imports.VersionDetails;

/** Makes the versions of one script of the texts of one story. */
final class StoryImport {
  /** Who wrote a text is not in the database. */
  private static final String AUTHOR = "PrismQ";

  private final ImportContext context;
  private final PrismQStore store;

  StoryImport(ImportContext context, PrismQStore store) {
    this.context = context;
    this.store = store;
  }

  /** One run over the texts of a story. */
  private final class StoryRun {
    private final long story;
    private final String scriptId;
    private final PrismQKeys known;
    private final StoryTitles titles;
    private final NumberedVersions saver;
    private final Set<String> versions = new HashSet<>();

    StoryRun(long story, String scriptId, PrismQKeys known, StoryTitles titles) {
      this.story = story;
      this.scriptId = scriptId;
      this.known = known;
      this.titles = titles;
      ImportedTitle title =
          titles
              .newest()
              .map(ImportedTitle::given)
              .orElseGet(() -> ImportedTitle.given(Messages.text("import.prismq.story", story)));
      this.saver = new NumberedVersions(context, scriptId, title, known);
    }

    boolean take(TextRow row) {
      VersionDetails details = new VersionDetails(context, scriptId, where(row));
      versions.add(row.versionGiven());
      @Nullable ScriptText content = content(row, details);
      if (content == null) {
        saver.passed();
      } else {
        int number = Math.toIntExact(Objects.requireNonNull(row.version()));
        saver.take(
            number,
            content,
            details,
            () -> version(row, number, content, details),
            () -> compareReviews(row, number, content, details));
      }
      return true;
    }

    private NewVersion.Builder version(
        TextRow row, int number, ScriptText content, VersionDetails details) {
      return NewVersion.builder(
              scriptId,
              content,
              details.author("", AUTHOR),
              Messages.text("import.prismq.made", number))
          .createdAt(details.createdAt(PrismQTime.parse(row.createdAt()), row.createdAt()))
          .metadata(metadata(row, number, details));
    }

    private Metadata metadata(TextRow row, int number, VersionDetails details) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("source", "import");
      values.put("prismq_version", number);
      titles
          .at(PrismQTime.parse(row.createdAt()), number)
          .ifPresent(title -> values.put("title", title));
      values.putAll(new StoryReviews(store.reviews(), details).of(story, number, row.reviewId()));
      return details.metadata(values);
    }

    /** Reports versions whose reviews in PrismQ changed after their import. */
    private void compareReviews(
        TextRow row, int number, ScriptText content, VersionDetails details) {
      Integer versionNumber =
          Objects.requireNonNull(known.versionNumber(known.key(number, content)));
      ImportContext unheard = context.withSummary(new ImportSummary());
      Metadata now = metadata(row, number, new VersionDetails(unheard, scriptId, where(row)));
      Metadata then = context.manager().version(scriptId, versionNumber).metadata();
      if (!StoryReviews.part(now).equals(StoryReviews.part(then))) {
        details.changed(
            StoryReviews.part(then).isEmpty()
                ? FilledMessage.of("remark.prismq.review_later")
                : FilledMessage.of("remark.prismq.reviews_changed"));
      }
    }

    private void finish() {
      saver.finish();
      for (String version : store.reviews().reviewedVersions(story)) {
        if (!versions.contains(version)) {
          context
              .summary()
              .leftOut(
                  scriptId,
                  FilledMessage.of("remark.prismq.reviews_of", VersionDetails.inRemark(version)),
                  FilledMessage.of("remark.prismq.no_such_text"));
        }
      }
    }
  }

  void run(long story, String scriptId) {
    TargetScript target = TargetScript.of(context, scriptId);
    PrismQKeys known = new PrismQKeys("story " + story, target.imported());
    if (!target.isFree() && !isSame(story, known)) {
      context
          .summary()
          .leftOut(
              scriptId,
              "",
              FilledMessage.of(
                  target.imported().isEmpty()
                      ? "remark.prismq.occupied"
                      : "remark.prismq.occupied_by_import"));
      context.progress().done(store.textCount(story));
      return;
    }
    StoryTitles titles = new StoryTitles(store.titles(story));
    tellAboutStory(story, target, titles);
    StoryRun run = new StoryRun(story, scriptId, known, titles);
    store.texts(story, context.sizeLimit(), run::take);
    run.finish();
    takeReviews(story, scriptId, known);
  }

  /**
   * Makes reviews of those of PrismQ, once the versions that they are of are there.
   *
   * @param before what was imported before
   */
  private void takeReviews(long story, String scriptId, PrismQKeys before) {
    PrismQKeys known =
        context.isPreview()
            ? before
            : new PrismQKeys("story " + story, TargetScript.of(context, scriptId).imported());
    PrismQReviews reviews = new PrismQReviews(context, store.reviews(), story, scriptId);
    ImportContext unheard = context.withSummary(new ImportSummary());
    Set<ByteBuffer> taken = new HashSet<>();
    store.texts(
        story,
        context.sizeLimit(),
        row -> {
          @Nullable ScriptText content =
              content(row, new VersionDetails(unheard, scriptId, where(row)));
          if (content != null) {
            int number = Math.toIntExact(Objects.requireNonNull(row.version()));
            byte[] key = known.key(number, content);
            @Nullable Integer version = known.versionNumber(key);
            boolean isToCome =
                context.isPreview() && known.standing(number, key) == PrismQKeys.Standing.NEW;
            if ((version != null || isToCome) && taken.add(ByteBuffer.wrap(key))) {
              reviews.take(row, number, version == null ? 0 : version, where(row));
            }
          }
          return true;
        });
    reviews.takeUnversioned();
  }

  /** Whether any text of the story was imported before. */
  private boolean isSame(long story, PrismQKeys known) {
    if (known.isEmpty()) {
      return false;
    }
    boolean[] found = new boolean[1];
    Predicate<TextRow> look =
        row -> {
          @Nullable Long number = row.version();
          byte @Nullable [] text = row.text();
          found[0] =
              number != null
                  && number >= 0
                  && number <= Integer.MAX_VALUE
                  && text != null
                  && isText(text)
                  && known.versionNumber(known.key(number.intValue(), ScriptText.of(text))) != null;
          return !found[0];
        };
    store.texts(story, context.sizeLimit(), look);
    return found[0];
  }

  private static boolean isText(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return false;
      }
    }
    return true;
  }

  private void tellAboutStory(long story, TargetScript target, StoryTitles titles) {
    String scriptId = target.scriptId();
    if (!store.missingTables().contains("Story") && !store.hasStory(story)) {
      context
          .summary()
          .changed(
              FilledMessage.of("remark.prismq.stories"),
              ImportSummary.place("story", story),
              FilledMessage.of("remark.prismq.no_row"));
    }
    if (titles.isEmpty() && target.isFree()) {
      context
          .summary()
          .changed(
              scriptId,
              "",
              FilledMessage.of(
                  "remark.prismq.no_title", Messages.text("import.prismq.story", story)));
    } else if (!titles.isEmpty() && !target.isFree()) {
      String newest = ScriptIds.title(titles.newest().orElse(""));
      if (!newest.equals(target.script().orElseThrow().title())) {
        context.summary().changed(scriptId, "", FilledMessage.of("remark.prismq.titled", newest));
      }
    }
  }

  private static Object where(TextRow row) {
    String version = VersionDetails.inRemark(row.versionGiven());
    return version.isEmpty() ? row.place() : ImportSummary.place("version", version);
  }

  private @Nullable ScriptText content(TextRow row, VersionDetails details) {
    @Nullable Long number = row.version();
    if (number == null || number < 0 || number > Integer.MAX_VALUE) {
      details.leftOut(FilledMessage.of("remark.prismq.bad_version"));
      return null;
    }
    byte @Nullable [] text = row.text();
    if (text == null) {
      if (row.textType().equals("null")) {
        details.leftOut(FilledMessage.of("remark.prismq.no_text"));
      } else {
        details.tooLarge();
      }
      return null;
    }
    if (!row.textType().equals("text") && !row.textType().equals("blob")) {
      details.changed(FilledMessage.of("remark.prismq.number"));
    }
    return details.content(text);
  }
}
