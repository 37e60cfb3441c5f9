package prismq.t.script.versioning.comment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Urls;

/**
 * A thread as a page shows it.
 *
 * @param scriptId the script's id
 * @param shown beside which text
 * @param goneIn the version that no longer has its words; null if they are there, or it is damaged
 * @param typed what was typed as a reply and could not be saved; empty for nothing
 * @param draftReplies what whoever looks would answer and has not sent
 */
record ThreadCard(
    String scriptId,
    ShownVersions shown,
    PlacedThread placed,
    Commenter looking,
    @Nullable Version goneIn,
    String typed,
    List<CommentDraft> draftReplies) {
  private static final int SHORT_QUOTE = 120;

  /**
   * A comment as a page shows it.
   *
   * @param isGuest whether they wrote as the guest of a share link
   * @param html null if it was deleted
   * @param isOwn whether whoever looks wrote it
   */
  record CommentCard(
      long id,
      String author,
      boolean isGuest,
      @Nullable String html,
      @Nullable String body,
      Instant createdAt,
      @Nullable Instant editedAt,
      boolean isOwn) {}

  public long id() {
    return placed.thread().id();
  }

  public String quote() {
    return placed.thread().anchor().quote();
  }

  /** The quote, or its start where it is long. */
  public String shortQuote() {
    String quote = quote().strip();
    if (quote.codePointCount(0, quote.length()) <= SHORT_QUOTE) {
      return quote;
    }
    return quote.substring(0, quote.offsetByCodePoints(0, SHORT_QUOTE)).strip() + "…";
  }

  public int shownVersion() {
    return shown.version();
  }

  public int shownFrom() {
    return shown.from();
  }

  public List<DraftCard> drafts() {
    return draftReplies.stream().map(draft -> new DraftCard(scriptId, shown, draft)).toList();
  }

  /** Whether guests of a share link read it. */
  public boolean isOfGuests() {
    return placed.thread().isOfGuests();
  }

  public boolean isResolved() {
    return placed.thread().isResolved();
  }

  /** Whether its words stand in the text, or others in their place. */
  public boolean hasPlace() {
    return placed.range() != null;
  }

  /** What became of its words, in a sentence; null where they are as they were. */
  public @Nullable String state() {
    return placed.stateOfWords(goneIn == null ? "" : goneIn.person().name());
  }

  /** Leads to the change that took its words away; null where there is none. */
  public @Nullable String changeUrl() {
    Integer parent = goneIn == null ? null : goneIn.parentVersion();
    return parent == null
        ? null
        : Urls.compare(scriptId, parent, Objects.requireNonNull(goneIn).versionNumber());
  }

  /** Leads to the words where they were when it was started; null on that very version. */
  public @Nullable String originUrl() {
    int version = placed.thread().anchor().version();
    return version == shownVersion() ? null : Urls.thread(scriptId, version, id());
  }

  public int originVersion() {
    return placed.thread().anchor().version();
  }

  public List<Integer> addressedBy() {
    return placed.thread().addressedBy();
  }

  /** This thread, wherever it stands now. */
  public String permalink() {
    return Urls.thread(scriptId, id());
  }

  /** This thread, here. */
  public String url() {
    return Urls.thread(scriptId, shownVersion(), id());
  }

  /** Where forms about it are sent, to which a word is added. */
  public String actionUrl() {
    return Urls.thread(scriptId, id());
  }

  public List<CommentCard> comments() {
    return placed.thread().comments().stream()
        .map(
            comment ->
                new CommentCard(
                    comment.id(),
                    comment.by().name(),
                    comment.by().isGuest(),
                    comment.body() == null ? null : ThreadCards.said(comment, scriptId, shown),
                    comment.body(),
                    comment.createdAt(),
                    comment.editedAt(),
                    Threads.isBy(comment, looking)))
        .toList();
  }
}
