package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Suggestions.DecidedMeanwhileException;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.merge.ThreeWayMerge;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.StaleBaseException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Accepts suggestions: one version for each person who suggested, saved on the head of the branch,
 * whatever changed there since. What does not go together with that text stays open, and it is said
 * why. Safe for use by several threads.
 */
public final class SuggestionAcceptance {
  /** The key of the metadata that names who accepted. */
  public static final String ACCEPTED_BY = "accepted_by";

  /** The key of the metadata that lists the numbers of the suggestions. */
  public static final String SUGGESTIONS = "suggestions";

  /** The key of the metadata that names the review of the version that they were made for. */
  public static final String REVIEW = "review";

  /** Whoever loses so many races is told so. */
  private static final int MAX_ROUNDS = 20;

  private final VersionManager versionManager;
  private final Suggestions suggestions;
  private final SuggestionReviews reviews;
  private final ThreeWayMerge threeWayMerge = new ThreeWayMerge();

  /**
   * Saves by the version manager.
   *
   * @param reviews tell in which review something was suggested
   */
  public SuggestionAcceptance(
      VersionManager versionManager, Suggestions suggestions, SuggestionReviews reviews) {
    this.versionManager = versionManager;
    this.suggestions = suggestions;
    this.reviews = reviews;
  }

  /**
   * A suggestion that stays as it was.
   *
   * @param why in full sentences
   */
  public record LeftOpen(Suggestion suggestion, FilledMessage why) {}

  /**
   * What was accepted.
   *
   * @param versions the versions that were saved, in order
   * @param left what was not accepted
   */
  public record AcceptedSuggestions(List<Version> versions, List<LeftOpen> left) {}

  /** The head of a branch, as it is read, and the texts that suggestions were made on. */
  private record HeadRead(int head, ScriptText text, Map<Integer, ScriptText> bases) {}

  /**
   * Accepts suggestions, each onto the branch of its version.
   *
   * @param ids their numbers
   * @param branch accepts all onto this branch; null for none
   * @param baseVersion is refused where it is no longer the head; null for whatever is the head
   * @throws prismq.t.script.versioning.problem.Problem if the script has none of a number
   * @throws StaleBaseException if the base version is no longer the head; nothing was saved
   */
  public AcceptedSuggestions accept(
      String scriptId,
      List<Long> ids,
      @Nullable String branch,
      @Nullable Integer baseVersion,
      Commenter by) {
    if (ids.isEmpty() || ids.size() > Suggestions.MOST_AT_ONCE) {
      throw new InvalidInputException(
          "suggestion_ids", FilledMessage.of("suggestions.choose", Suggestions.MOST_AT_ONCE));
    }
    Map<String, List<Long>> byBranch = new LinkedHashMap<>();
    for (Suggestion one : suggestions.require(scriptId, ids)) {
      String onto =
          branch != null
              ? branch
              : versionManager.version(scriptId, one.anchor().version()).branch();
      byBranch.computeIfAbsent(onto, name -> new ArrayList<>()).add(one.id());
    }
    List<Version> versions = new ArrayList<>();
    List<LeftOpen> left = new ArrayList<>();
    byBranch.forEach(
        (onto, own) -> {
          AcceptedSuggestions done = onto(scriptId, onto, own, baseVersion, by);
          versions.addAll(done.versions);
          left.addAll(done.left);
        });
    return new AcceptedSuggestions(versions, left);
  }

  /**
   * Accepts one whose words were changed since, with a text that somebody settled by hand.
   *
   * @param by who accepts
   * @throws StaleBaseException if the head has moved; nothing was saved
   * @throws DecidedMeanwhileException if somebody decided about it before; likewise
   */
  Version accept(SettledSuggestion settled, Commenter by) {
    String scriptId = settled.script().scriptId();
    List<Suggestion> done = List.of(settled.suggestion());
    return versionManager.save(
        NewVersion.builder(
                scriptId,
                settled.text(),
                Author.named(settled.suggestion().by().name()),
                description(done))
            .branch(settled.head().branch())
            .baseVersion(settled.head().versionNumber())
            .metadata(metadata(scriptId, by, done))
            .beside(handle -> suggestions.accept(handle, scriptId, done, by))
            .build());
  }

  private AcceptedSuggestions onto(
      String scriptId, String branch, List<Long> ids, @Nullable Integer baseVersion, Commenter by) {
    for (int round = 1; ; round++) {
      try {
        return new Round(scriptId, branch, ids, baseVersion, by).accept();
      } catch (StaleBaseException e) {
        if (baseVersion != null || round == MAX_ROUNDS) {
          throw e;
        }
      } catch (DecidedMeanwhileException e) {
        if (round == MAX_ROUNDS) {
          throw e;
        }
      }
    }
  }

  /** One try to save on a head, which somebody else may move meanwhile. */
  private final class Round {
    private final String scriptId;
    private final String branch;
    private final @Nullable Integer baseVersion;
    private final Commenter by;
    private final List<Suggestion> chosen;
    private final List<LeftOpen> left = new ArrayList<>();

    /** Those that lost against others of this round, which have no version before it is saved. */
    private final Map<Suggestion, Long> lost = new LinkedHashMap<>();

    private final Map<Commenter, List<Suggestion>> accepted = new LinkedHashMap<>();
    private final Map<Commenter, ScriptText> texts = new LinkedHashMap<>();

    Round(
        String scriptId,
        String branch,
        List<Long> ids,
        @Nullable Integer baseVersion,
        Commenter by) {
      this.scriptId = scriptId;
      this.branch = branch;
      this.baseVersion = baseVersion;
      this.by = by;
      this.chosen = suggestions.require(scriptId, ids.stream().sorted().toList());
    }

    AcceptedSuggestions accept() {
      HeadRead read = read();
      fit(read);
      List<Version> versions = accepted.isEmpty() ? List.of() : save(read.head);
      Map<Long, Integer> acceptedIn = new HashMap<>();
      int next = 0;
      for (List<Suggestion> own : accepted.values()) {
        int number = versions.get(next++).versionNumber();
        own.forEach(suggestion -> acceptedIn.put(suggestion.id(), number));
      }
      lost.forEach(
          (suggestion, other) ->
              left.add(
                  new LeftOpen(
                      suggestion, LeftOpenRemarks.overlaps(other, acceptedIn.get(other)))));
      return new AcceptedSuggestions(versions, left);
    }

    private HeadRead read() {
      return versionManager.view(
          scriptId,
          view -> {
            Integer head = view.branch(branch).headVersion();
            if (head == null) {
              throw new InvalidInputException(
                  "branch", FilledMessage.of("suggestions.empty_branch", branch));
            }
            Map<Integer, ScriptText> bases = new HashMap<>();
            for (Suggestion suggestion : chosen) {
              int version = suggestion.anchor().version();
              bases.computeIfAbsent(version, view::content);
            }
            return new HeadRead(head, view.content(head), bases);
          });
    }

    /** Finds out which go together, and what the text is after those of each person. */
    private void fit(HeadRead read) {
      SuggestedText all = new SuggestedText(read.text);
      Map<Commenter, List<SuggestedEdit>> edits = new LinkedHashMap<>();
      for (PlacedSuggestion placed : suggestions.place(scriptId, read.head, chosen)) {
        Suggestion suggestion = placed.suggestion();
        Optional<SuggestedEdit> edit = edit(placed, read, all.exact());
        if (edit.isPresent()) {
          Optional<Long> other = all.add(edit.get());
          if (other.isPresent()) {
            lost.put(suggestion, other.get());
          } else {
            accepted.computeIfAbsent(suggestion.by(), own -> new ArrayList<>()).add(suggestion);
            edits.computeIfAbsent(suggestion.by(), own -> new ArrayList<>()).add(edit.get());
          }
        }
      }
      SuggestedText text = new SuggestedText(read.text);
      edits.forEach(
          (suggester, own) -> {
            own.forEach(text::add);
            texts.put(suggester, text.text());
          });
    }

    /** What a suggestion does in the head; empty where it is left open. */
    private Optional<SuggestedEdit> edit(PlacedSuggestion placed, HeadRead read, String exact) {
      Suggestion suggestion = placed.suggestion();
      SuggestionDecision decision = suggestion.decision();
      if (decision != null) {
        return leave(suggestion, LeftOpenRemarks.decided(suggestion.id(), decision));
      }
      if (placed.isUnchanged() && placed.placement() != null) {
        ByteRange bytes = placed.placement().bytes();
        if (bytes != null && isQuote(suggestion, bytes, read, exact)) {
          String words = SuggestedEdit.exact(suggestion.replacement(), read.text.lineEnding());
          return Optional.of(new SuggestedEdit(suggestion.id(), bytes, words).without(exact));
        }
      }
      return placed.hasPlace()
          ? merged(placed, read, exact)
          : leave(suggestion, LeftOpenRemarks.gone(placed));
    }

    /**
     * Whether words stand in the text as they were, whatever ends lines of it now. Of words that
     * stand there more often than before, a merge knows better which are meant, or asks.
     */
    private boolean isQuote(Suggestion suggestion, ByteRange bytes, HeadRead read, String exact) {
      String words = bytes.in(exact);
      ScriptText base = read.bases.get(suggestion.anchor().version());
      return TakenApart.shown(words).equals(Suggestion.lines(suggestion.anchor().quote()))
          && base != null
          && count(words, exact) <= count(words, SuggestedText.exact(base));
    }

    /** By three-way merge, where words of the stretch changed since. */
    private Optional<SuggestedEdit> merged(PlacedSuggestion placed, HeadRead read, String exact) {
      Suggestion suggestion = placed.suggestion();
      ScriptText base = read.bases.get(suggestion.anchor().version());
      if (base == null) {
        return leave(suggestion, LeftOpenRemarks.gone(placed));
      }
      SuggestedText theirs = new SuggestedText(base);
      theirs.add(SuggestedEdit.of(suggestion, theirs.exact(), base.lineEnding()));
      Merge merge = threeWayMerge.merge(base.inUtf8(), read.text.inUtf8(), theirs.text());
      if (!merge.isClean()) {
        return leave(suggestion, LeftOpenRemarks.overlapping(placed, suggestions.all(scriptId)));
      }
      String result = SuggestedText.exact(merge.text());
      return result.equals(exact)
          ? leave(suggestion, FilledMessage.of("suggestions.already", suggestion.id(), read.head))
          : Optional.of(SuggestedEdit.between(suggestion.id(), exact, result));
    }

    private Optional<SuggestedEdit> leave(Suggestion suggestion, FilledMessage why) {
      left.add(new LeftOpen(suggestion, why));
      return Optional.empty();
    }

    private List<Version> save(int head) {
      return versionManager.saveTogether(
          batch -> {
            List<Version> versions = new ArrayList<>();
            int before = baseVersion == null ? head : baseVersion;
            for (Map.Entry<Commenter, List<Suggestion>> own : accepted.entrySet()) {
              List<Suggestion> done = own.getValue();
              NewVersion version =
                  NewVersion.builder(
                          scriptId,
                          Objects.requireNonNull(texts.get(own.getKey())),
                          Author.named(own.getKey().name()),
                          description(done))
                      .branch(branch)
                      .baseVersion(before)
                      .metadata(metadata(scriptId, by, done))
                      .beside(handle -> suggestions.accept(handle, scriptId, done, by))
                      .build();
              Version saved = batch.save(version);
              versions.add(saved);
              before = saved.versionNumber();
            }
            return versions;
          });
    }
  }

  private Metadata metadata(String scriptId, Commenter by, List<Suggestion> done) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (!by.name().isEmpty()) {
      values.put(ACCEPTED_BY, by.name());
    }
    values.put(SUGGESTIONS, done.stream().map(Suggestion::id).toList());
    done.stream()
        .map(suggestion -> suggestion.anchor().version())
        .distinct()
        .flatMapToInt(version -> reviews.newest(scriptId, version).stream())
        .max()
        .ifPresent(review -> values.put(REVIEW, review));
    return Metadata.of(values);
  }

  private static int count(String words, String text) {
    int count = 0;
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      count++;
    }
    return count;
  }

  /** What changed, in one line. */
  private static String description(List<Suggestion> done) {
    if (done.size() > 1) {
      return FilledMessage.of("suggestions.made_several", done.size()).text();
    }
    Suggestion only = done.get(0);
    return only.reason() == null
        ? FilledMessage.of("suggestions.made_one", only.id()).text()
        : FilledMessage.of("suggestions.made_for", only.id(), only.reason()).text();
  }
}
