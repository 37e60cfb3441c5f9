package prismq.t.script.versioning.transfer.reviews;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.KnownPeople;
import prismq.t.script.versioning.comment.Mention;
import prismq.t.script.versioning.core.anchor.Anchor;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.label.LabelMovers;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.reviews.ReviewImportStore.RestoredAuthor;

/**
 * Adds what belongs to the reviews of scripts whose versions are there, or in a preview only counts
 * it. What is there already stays as it is, and nobody is told of what is added.
 *
 * <p>Who has an account of the same e-mail address is that person, where whoever imports may vouch
 * for it; all others are known by their names only, and get no account and no rights.
 */
public final class ReviewRestorer {
  private final ImportContext context;
  private final Database database;
  private final ReviewImportStore store = new ReviewImportStore();
  private final KnownPeople people = new KnownPeople();
  private String scriptId = "";
  private Map<String, Deque<Long>> threads = Map.of();
  private Map<String, Deque<Long>> suggestions = Map.of();
  private Map<String, Deque<Long>> reviews = Map.of();
  private Map<String, Deque<Long>> events = Map.of();

  /** What belongs to the thread or the review that was taken last. */
  private Map<String, Deque<Long>> parts = Map.of();

  private Map<String, Deque<Long>> passes = Map.of();
  private long parent;
  private long comment;
  private boolean isParentNew;
  private boolean isCommentNew;
  private int textVersion;
  private @Nullable ScriptText text;
  private List<Account> named = List.of();

  /** Adds to the scripts of this context. */
  public ReviewRestorer(ImportContext context) {
    this.context = context;
    this.database = context.manager().database();
  }

  /**
   * Takes the next records, which were checked, in one transaction.
   *
   * @throws prismq.t.script.versioning.transfer.imports.ImportException if the import may not go to
   *     one of their scripts
   */
  public void take(List<ReviewRecord> records) {
    records.stream()
        .map(ReviewRecord::scriptId)
        .distinct()
        .forEach(script -> context.targets().check(script));
    if (context.isPreview()) {
      database.read(
          handle -> {
            records.forEach(record -> take(handle, record));
            return null;
          });
      return;
    }
    database.write(
        handle -> {
          Map<String, Long> before = store.lastRows(handle);
          named =
              context.targets().mayVouch()
                  ? people.all(handle).values().stream()
                      .filter(account -> !account.isDisabled())
                      .toList()
                  : List.of();
          records.forEach(record -> take(handle, record));
          store.keepUntold(handle, before);
          return null;
        });
  }

  private void take(Handle handle, ReviewRecord record) {
    if (!record.scriptId().equals(scriptId)) {
      scriptId = record.scriptId();
      threads = store.threads(handle, scriptId);
      suggestions = store.suggestions(handle, scriptId);
      reviews = store.reviews(handle, scriptId);
      events = store.labelEvents(handle, scriptId);
      text = null;
    }
    switch (record.kind()) {
      case REVIEW_RULE -> rule(handle, record);
      case LABEL_RULE -> labelRule(handle, record);
      case THREAD -> thread(handle, record);
      case THREAD_ANSWER -> {
        if (isSaved()) {
          store.addAnswer(handle, parent, record.number("version_number"));
        }
      }
      case COMMENT -> comment(handle, record);
      case FORMER_COMMENT -> {
        if (isSaved() && isCommentNew) {
          store.addFormer(handle, record, comment);
        }
      }
      case SUGGESTION -> suggestion(handle, record);
      case REVIEW -> review(handle, record);
      case REVIEWER -> {
        if (isSaved() && isParentNew) {
          long account = number(handle, record.person("name", "email"));
          store.addReviewer(handle, record, parent, account);
        }
      }
      case VERDICT -> {
        if (taken(parts, record.time("given_at") + "") == null && isSaved()) {
          long account = number(handle, record.person("name", "email"));
          store.addVerdict(handle, record, parent, account);
        }
      }
      case PASS -> {
        if (taken(passes, record.time("passed_at") + "") == null && isSaved()) {
          store.addPass(
              handle,
              record,
              parent,
              number(handle, record.person("passed_by", "passed_by_email")),
              number(handle, record.person("passed_to", "passed_to_email")));
        }
      }
      case LABEL_EVENT -> labelEvent(handle, record);
      case RESPONSIBILITY -> {
        if (isSaved()) {
          store.addResponsibility(handle, record, number(handle, record.person("by", "by_email")));
        }
      }
    }
  }

  private boolean isSaved() {
    return !context.isPreview();
  }

  /** The row that is there already; null for none. Each is taken once. */
  private static @Nullable Long taken(Map<String, Deque<Long>> known, String key) {
    return known.getOrDefault(key, new ArrayDeque<>()).poll();
  }

  /** The number of somebody's account, or of whoever is known by this name only. */
  private long number(Handle handle, ArchivedPerson person) {
    Optional<Account> account =
        context.targets().mayVouch() ? people.withEmail(handle, person.email()) : Optional.empty();
    return account
        .map(Account::id)
        .orElseGet(() -> people.named(handle, person.name(), person.email()));
  }

  private RestoredAuthor author(Handle handle, ArchivedPerson person) {
    if (person.email().isEmpty()) {
      return new RestoredAuthor(null, null);
    }
    long number = number(handle, person);
    return number > 0 ? new RestoredAuthor(number, null) : new RestoredAuthor(null, number);
  }

  private Anchor anchor(ReviewRecord record) {
    int version = record.number("version_number");
    if (text == null || version != textVersion) {
      text = context.manager().content(scriptId, version);
      textVersion = version;
    }
    return Anchor.of(
        version, text, new CodePointRange(record.number("start"), record.number("end")));
  }

  private void changed(String key) {
    context.summary().changed(scriptId, "", FilledMessage.of(key));
  }

  private void rule(Handle handle, ReviewRecord record) {
    Optional<String> here = store.rule(handle, scriptId);
    String given =
        record.text("rule") + ":" + record.number("approvals") + ":" + record.text("roles");
    if (here.isEmpty() && isSaved()) {
      store.addRule(handle, record);
    } else if (here.isPresent() && !here.get().equals(given)) {
      changed("remark.reviews.rule_stays");
    }
  }

  private void labelRule(Handle handle, ReviewRecord record) {
    String name = record.text("name");
    Optional<String> here = store.labelRule(handle, scriptId, name);
    String given =
        record.text("movers")
            + ":"
            + record.number("approvals")
            + ":"
            + (record.isTrue("threads_resolved") ? 1 : 0);
    if (here.isPresent()) {
      if (!here.get().equals(given)) {
        changed("remark.reviews.label_rule_stays");
      }
      return;
    }
    if (isSaved()) {
      store.addLabelRule(handle, record);
    }
    if (record.text("movers").equals(LabelMovers.NAMED.word())) {
      context
          .summary()
          .changed(scriptId, "", FilledMessage.of("remark.reviews.nobody_named", name));
    }
  }

  private void thread(Handle handle, ReviewRecord record) {
    @Nullable Long here =
        taken(threads, record.number("version_number") + ":" + record.time("created_at"));
    isParentNew = here == null;
    parts = here == null ? new HashMap<>() : store.comments(handle, here);
    if (here != null) {
      parent = here;
      if (store.isResolved(handle, here) != record.has("resolved_at")) {
        changed("remark.reviews.state_stays");
      }
      return;
    }
    parent = isSaved() ? store.addThread(handle, record, anchor(record)) : 0;
    context.summary().added(ImportSummary.ReviewPart.THREAD);
  }

  private void comment(Handle handle, ReviewRecord record) {
    @Nullable Long here = taken(parts, record.time("created_at") + "");
    isCommentNew = here == null;
    if (here != null) {
      comment = here;
    } else if (isSaved()) {
      comment =
          store.addComment(
              handle,
              record,
              parent,
              author(handle, record.person("author", "email")),
              Mention.in(record.text("body"), named));
    }
  }

  private void suggestion(Handle handle, ReviewRecord record) {
    @Nullable Long here =
        taken(suggestions, record.number("version_number") + ":" + record.time("created_at"));
    if (here == null) {
      context.summary().added(ImportSummary.ReviewPart.SUGGESTION);
    }
    if (!isSaved()) {
      return;
    }
    if (here == null) {
      store.addSuggestion(
          handle, record, anchor(record), author(handle, record.person("author", "email")));
    } else {
      store.decide(handle, record, here);
    }
  }

  private void review(Handle handle, ReviewRecord record) {
    @Nullable Long here =
        taken(
            reviews,
            record.number("version_number")
                + ":"
                + record.time("asked_at")
                + ":"
                + record.text("message"));
    isParentNew = here == null;
    parts = here == null ? new HashMap<>() : store.verdicts(handle, here);
    passes = here == null ? new HashMap<>() : store.passes(handle, here);
    if (here == null) {
      context.summary().added(ImportSummary.ReviewPart.REVIEW);
    }
    if (isSaved()) {
      parent =
          here == null
              ? store.addReview(
                  handle, record, number(handle, record.person("asked_by", "asked_by_email")))
              : here;
      if (record.has("closed_at")) {
        long closer = number(handle, record.person("closed_by", "closed_by_email"));
        store.close(handle, record, parent, closer);
      }
    }
  }

  private void labelEvent(Handle handle, ReviewRecord record) {
    String key = record.text("act") + ":" + record.time("happened_at") + ":" + record.text("name");
    if (taken(events, key) == null && isSaved()) {
      ArchivedPerson by = record.person("by", "by_email");
      store.addLabelEvent(handle, record, by.isNobody() ? null : number(handle, by));
    }
  }
}
