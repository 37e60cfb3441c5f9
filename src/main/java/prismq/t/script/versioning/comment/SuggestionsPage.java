package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with the suggestions for a script beside the text of one of its versions. */
public final class SuggestionsPage {
  private static final int A_PAGE = 100;

  private final VersionManager versionManager;
  private final Suggestions suggestions;
  private final Pages pages;

  /** Reads versions by the version manager. */
  public SuggestionsPage(VersionManager versionManager, Suggestions suggestions, Pages pages) {
    this.versionManager = versionManager;
    this.suggestions = suggestions;
    this.pages = pages;
  }

  /**
   * Somebody all of whose suggestions can be accepted at once.
   *
   * @param suggestion the number of one of them, by which they are known
   */
  record SuggesterChoice(String name, long suggestion, int count) {}

  /**
   * What was tried with suggestions, and did not come to all that was wanted.
   *
   * @param left why some were left open, by their numbers
   * @param errors what to mend in the form, by field
   */
  record Outcome(
      Set<Long> chosen,
      Map<Long, String> left,
      Map<String, String> errors,
      @Nullable String done,
      @Nullable String notice) {
    static final Outcome NONE = new Outcome(Set.of(), Map.of(), Map.of(), null, null);
  }

  /**
   * What the template shows.
   *
   * @param html the text with its marks, all text escaped
   * @param all number of suggestions for the script
   * @param part which part of them is shown, from 1
   */
  record Model(
      Script script,
      Version version,
      ScriptText text,
      String html,
      List<SuggestionCard> open,
      List<SuggestionCard> decided,
      List<SuggesterChoice> suggesters,
      int all,
      int part,
      int parts,
      boolean maySuggest,
      boolean mayDecide,
      NewSuggestionForm form,
      Outcome outcome) {
    public String url() {
      return Urls.suggestions(script.scriptId(), version.versionNumber());
    }

    public String versionUrl() {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String commentsUrl() {
      return Urls.comments(script.scriptId(), version.versionNumber());
    }

    public @Nullable String earlierUrl() {
      return version.versionNumber() == 1
          ? null
          : Urls.suggestions(script.scriptId(), version.versionNumber() - 1);
    }

    public @Nullable String laterUrl() {
      return version.versionNumber() == script.latestVersion()
          ? null
          : Urls.suggestions(script.scriptId(), version.versionNumber() + 1);
    }

    public @Nullable String beforeUrl() {
      return part == 1 ? null : url() + "?part=" + (part - 1);
    }

    public @Nullable String afterUrl() {
      return part == parts ? null : url() + "?part=" + (part + 1);
    }

    public Map<String, String> errors() {
      return outcome.errors;
    }

    public boolean isEmpty() {
      return text.display().isEmpty();
    }

    /** Whether the text is a screenplay, which is read in a typewriter face. */
    public boolean isFountain() {
      return script.isScreenplay(text);
    }

    public int lines() {
      return text.lineCount();
    }
  }

  /** Answers {@code /scripts/{script_id}/versions/{version_number}/suggestions}. */
  public void show(Context context) {
    NewSuggestionForm form = NewSuggestionForm.asked(context);
    answer(context, 200, CommentRequest.version(context), form, form.hasPlace(), Outcome.NONE);
  }

  /** Answers a form of the page. */
  void again(Context context, int status, int version, NewSuggestionForm form, Outcome outcome) {
    answer(context, status, version, form, false, outcome);
  }

  /** What is read of a script for the page. */
  private record SuggestedVersion(Script script, Version version, ScriptText text) {}

  private void answer(
      Context context,
      int status,
      int versionNumber,
      NewSuggestionForm form,
      boolean isToFill,
      Outcome outcome) {
    String scriptId = CommentRequest.scriptId(context);
    SuggestedVersion read =
        versionManager.view(
            scriptId,
            view -> {
              if (versionNumber == 0) {
                throw NotFoundException.version(
                    view.script(), "“" + context.pathParam("version_number") + "”");
              }
              return new SuggestedVersion(
                  view.script(), view.version(versionNumber), view.content(versionNumber));
            });
    NewSuggestionForm filled = form;
    Outcome shown = outcome;
    int answered = status;
    if (form.hasPlace()) {
      try {
        filled = form.in(read.text, isToFill);
      } catch (InvalidInputException e) {
        if (isToFill) {
          shown = new Outcome(Set.of(), Map.of(), Map.of(e.field(), e.sentence()), null, null);
          answered = 422;
        }
      }
    }
    List<PlacedSuggestion> all = suggestions.placed(scriptId, versionNumber);
    int parts = Math.max(1, (all.size() + A_PAGE - 1) / A_PAGE);
    int part = Math.min(parts, Parameters.number(context, "part", 1, 1, Integer.MAX_VALUE));
    List<PlacedSuggestion> listed =
        all.subList((part - 1) * A_PAGE, Math.min(all.size(), part * A_PAGE));
    Outcome said = shown;
    List<SuggestionCard> cards =
        listed.stream()
            .map(
                placed ->
                    new SuggestionCard(
                        scriptId,
                        versionNumber,
                        placed,
                        said.chosen.contains(placed.suggestion().id()),
                        said.left.get(placed.suggestion().id())))
            .toList();
    pages.answer(
        context,
        answered,
        "comment/suggestions",
        new Model(
            read.script,
            read.version,
            read.text,
            RemarkedText.html(read.text, marks(listed), "suggestion-"),
            cards.stream().filter(SuggestionCard::isOpen).toList(),
            cards.stream().filter(card -> !card.isOpen()).toList(),
            suggesters(all),
            all.size(),
            part,
            parts,
            Access.may(Requester.of(context), Right.COMMENT, Thing.of(context)),
            Access.may(Requester.of(context), Right.WRITE, Thing.of(context)),
            filled,
            said));
  }

  private static List<PlacedThread> marks(List<PlacedSuggestion> listed) {
    List<PlacedThread> marks = new ArrayList<>();
    for (PlacedSuggestion placed : listed) {
      if (placed.placement() != null && placed.range() != null) {
        marks.add(
            new PlacedThread(
                SuggestionPlaces.asThread(placed.suggestion()),
                placed.placement(),
                placed.range(),
                null));
      }
    }
    return marks;
  }

  /** Those with several open suggestions that have a place, in the order of the text. */
  private static List<SuggesterChoice> suggesters(List<PlacedSuggestion> all) {
    Map<Commenter, SuggesterChoice> choices = new LinkedHashMap<>();
    for (PlacedSuggestion placed : all) {
      Suggestion suggestion = placed.suggestion();
      if (placed.state() == SuggestionState.OPEN) {
        choices.merge(
            suggestion.by(),
            new SuggesterChoice(suggestion.by().name(), suggestion.id(), 1),
            (one, other) ->
                new SuggesterChoice(one.name(), one.suggestion(), one.count() + other.count()));
      }
    }
    return choices.values().stream().filter(choice -> choice.count() > 1).toList();
  }
}
