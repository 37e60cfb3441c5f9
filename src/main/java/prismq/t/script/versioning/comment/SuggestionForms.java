package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.SuggestionAcceptance.AcceptedSuggestions;
import prismq.t.script.versioning.comment.SuggestionAcceptance.LeftOpen;
import prismq.t.script.versioning.comment.SuggestionsPage.Outcome;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.LocalPath;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** What is done with suggestions by forms. */
public final class SuggestionForms {
  private static final FormFields FIELDS =
      FormFields.of("replacement", "reason", "author", "first_line", "last_line");

  private final VersionManager versionManager;
  private final Suggestions suggestions;
  private final SuggestionAcceptance acceptance;
  private final SuggestionsPage page;

  /** Answers with the page. */
  public SuggestionForms(
      VersionManager versionManager,
      Suggestions suggestions,
      SuggestionAcceptance acceptance,
      SuggestionsPage page) {
    this.versionManager = versionManager;
    this.suggestions = suggestions;
    this.acceptance = acceptance;
    this.page = page;
  }

  /** Suggests other words; or shows the form again with its errors. */
  public void suggest(Context context) {
    NewSuggestionForm form = NewSuggestionForm.sent(context);
    String scriptId = CommentRequest.scriptId(context);
    int version = CommentRequest.version(context);
    attempt(
        context,
        form,
        () -> {
          Commenter by = CommentRequest.named(context);
          Suggestion made =
              suggestions
                  .suggest(
                      scriptId,
                      view -> view.version(version),
                      form::words,
                      form.replacement(),
                      form.reason(),
                      by)
                  .suggestion();
          AuthorName.remember(context, by.name());
          context.redirect(Urls.suggestion(scriptId, version, made.id()), HttpStatus.SEE_OTHER);
        });
  }

  /** Takes a comparison with another version apart. */
  public void takeApart(Context context) {
    NewSuggestionForm form = NewSuggestionForm.sent(context);
    String scriptId = CommentRequest.scriptId(context);
    int version = CommentRequest.version(context);
    attempt(
        context,
        form,
        () -> {
          int wanted = SentForm.versionNumber(context, "to_version");
          Version other = versionManager.version(scriptId, wanted);
          Commenter by = new Commenter(other.author().name(), maker(context, other));
          suggestions.takeApart(
              scriptId,
              view -> view.version(version),
              view -> view.content(wanted),
              form.reason().isEmpty() ? List.of() : List.of(form.reason()),
              by);
          context.redirect(Urls.suggestions(scriptId, version), HttpStatus.SEE_OTHER);
        });
  }

  /** The account of the author, where that is who asks. */
  private static @Nullable Long maker(Context context, Version version) {
    Commenter looking = CommentRequest.looking(context);
    return looking.name().equals(version.author().name()) ? looking.account() : null;
  }

  /** Accepts those whose boxes are ticked, or all of somebody. */
  public void accept(Context context) {
    NewSuggestionForm form = empty(context);
    String scriptId = CommentRequest.scriptId(context);
    int version = CommentRequest.version(context);
    attempt(
        context,
        form,
        () -> {
          String branch = versionManager.version(scriptId, version).branch();
          Commenter by = decider(context);
          List<Long> ids = chosen(context, scriptId, version);
          AcceptedSuggestions done = acceptance.accept(scriptId, ids, branch, null, by);
          AuthorName.remember(context, by.name());
          if (done.left().isEmpty()) {
            int last = done.versions().get(done.versions().size() - 1).versionNumber();
            context.redirect(
                done.versions().size() == 1
                    ? Urls.saved(scriptId, last)
                    : Urls.suggestions(scriptId, last),
                HttpStatus.SEE_OTHER);
          } else {
            page.again(
                context, done.versions().isEmpty() ? 409 : 200, version, form, outcome(done));
          }
        });
  }

  private static Outcome outcome(AcceptedSuggestions done) {
    Map<Long, String> left = new HashMap<>();
    for (LeftOpen one : done.left()) {
      left.put(one.suggestion().id(), one.why().text());
    }
    List<String> saved =
        done.versions().stream().map(version -> "v" + version.versionNumber()).toList();
    String said =
        Messages.count("suggestions.left_open", left.size(), Integer.toString(left.size()));
    return new Outcome(
        Set.of(),
        left,
        Map.of(),
        saved.isEmpty() ? null : Messages.text("suggestions.saved", Messages.list(saved)),
        said);
  }

  /** Says that those whose boxes are ticked are not wanted. */
  public void reject(Context context) {
    NewSuggestionForm form = empty(context);
    String scriptId = CommentRequest.scriptId(context);
    int version = CommentRequest.version(context);
    attempt(
        context,
        form,
        () -> {
          Commenter by = decider(context);
          suggestions.reject(
              scriptId,
              chosen(context, scriptId, version),
              by,
              SentForm.stripped(context, "decision_reason"));
          AuthorName.remember(context, by.name());
          String back = SentForm.text(context, "back");
          context.redirect(
              back.isEmpty() ? Urls.suggestions(scriptId, version) : LocalPath.of(back),
              HttpStatus.SEE_OTHER);
        });
  }

  /** Who decides, who need not say their name where nobody has an account. */
  static Commenter decider(Context context) {
    return AuthorName.sent(context).isBlank()
        ? CommentRequest.looking(context)
        : CommentRequest.named(context);
  }

  private List<Long> chosen(Context context, String scriptId, int version) {
    String of = SentForm.stripped(context, "of");
    if (of.matches("\\d{1,15}")) {
      Commenter suggester = suggestions.require(scriptId, List.of(Long.valueOf(of))).get(0).by();
      return suggestions.placed(scriptId, version).stream()
          .filter(placed -> placed.state() == SuggestionState.OPEN)
          .map(PlacedSuggestion::suggestion)
          .filter(suggestion -> suggestion.by().equals(suggester))
          .map(Suggestion::id)
          .limit(Suggestions.MOST_AT_ONCE)
          .toList();
    }
    List<Long> ids = ticked(context);
    if (ids.isEmpty()) {
      throw new Problem(ProblemKind.INVALID_INPUT, FilledMessage.of("suggestions.tick"));
    }
    return ids;
  }

  private static List<Long> ticked(Context context) {
    return SentForm.texts(context, "suggestion").stream()
        .filter(id -> id.matches("\\d{1,15}"))
        .map(Long::valueOf)
        .toList();
  }

  private static NewSuggestionForm empty(Context context) {
    return new NewSuggestionForm(NewThreadForm.empty(AuthorName.known(context)), null, "", "");
  }

  private void attempt(Context context, NewSuggestionForm form, Runnable work) {
    FIELDS.attempt(work::run, problem -> again(context, form, problem));
  }

  private void again(Context context, NewSuggestionForm form, FormProblem problem) {
    Set<Long> chosen = new HashSet<>(ticked(context));
    @Nullable String notice = problem.errors().isEmpty() ? problem.problem().withOutcome() : null;
    page.again(
        context,
        problem.status(),
        CommentRequest.version(context),
        form,
        new Outcome(chosen, Map.of(), problem.errors(), null, notice));
  }
}
