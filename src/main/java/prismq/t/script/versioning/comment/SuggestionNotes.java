package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Times;
import prismq.t.script.versioning.web.Urls;

/**
 * Open suggestions as notes in a margin at their words, each with the forms by which it is accepted
 * or rejected. They are written here because there may be hundreds.
 */
final class SuggestionNotes {
  /** Most that stand in a margin; the page of suggestions has all. */
  private static final int MOST = 300;

  private final Html html = new Html();
  private final String scriptId;
  private final ShownVersions shown;
  private final boolean mayDecide;
  private final Times times;

  private SuggestionNotes(String scriptId, ShownVersions shown, boolean mayDecide, Times times) {
    this.scriptId = scriptId;
    this.shown = shown;
    this.mayDecide = mayDecide;
    this.times = times;
  }

  /** A suggestion beside one of the texts of a page. */
  record SuggestionNote(Suggestion suggestion, PlacedNote note) {}

  /** Those with a place in a text, in its order. */
  static List<SuggestionNote> placed(ScriptText text, List<PlacedSuggestion> suggestions) {
    return notes(suggestions, PlacedNote.of(text, threads(suggestions)));
  }

  /** Those with a place on the right of a comparison, or else on the left. */
  static List<SuggestionNote> placed(
      ScriptText text,
      List<PlacedSuggestion> suggestions,
      ScriptText left,
      List<PlacedSuggestion> onLeft) {
    Set<Long> onRight = new HashSet<>();
    threads(suggestions).forEach(thread -> onRight.add(thread.thread().id()));
    List<SuggestionNote> notes = new ArrayList<>(placed(text, suggestions));
    List<PlacedThread> leftOnes =
        threads(onLeft).stream().filter(thread -> !onRight.contains(thread.thread().id())).toList();
    notes.addAll(notes(onLeft, PlacedNote.of(text, List.of(), left, leftOnes)));
    return notes;
  }

  private static List<PlacedThread> threads(List<PlacedSuggestion> suggestions) {
    return suggestions.stream()
        .filter(placed -> placed.state() == SuggestionState.OPEN && placed.range() != null)
        .limit(MOST)
        .map(
            placed ->
                new PlacedThread(
                    SuggestionPlaces.asThread(placed.suggestion()),
                    Objects.requireNonNull(placed.placement()),
                    placed.range(),
                    null))
        .toList();
  }

  private static List<SuggestionNote> notes(
      List<PlacedSuggestion> suggestions, List<PlacedNote> notes) {
    Map<Long, Suggestion> byId = new HashMap<>();
    suggestions.forEach(placed -> byId.put(placed.suggestion().id(), placed.suggestion()));
    return notes.stream()
        .map(note -> new SuggestionNote(Objects.requireNonNull(byId.get(note.thread().id())), note))
        .toList();
  }

  /** The notes, all text escaped. */
  static String html(
      List<SuggestionNote> notes,
      String scriptId,
      ShownVersions shown,
      boolean mayDecide,
      Times times) {
    SuggestionNotes written = new SuggestionNotes(scriptId, shown, mayDecide, times);
    notes.forEach(written::note);
    return written.html.toString();
  }

  private void note(SuggestionNote placed) {
    PlacedNote note = placed.note;
    Suggestion suggestion = placed.suggestion;
    long id = suggestion.id();
    html.raw("<li class=\"note suggested\" id=\"note-s").raw(id).raw("\" data-thread=\"s").raw(id);
    html.raw("\" data-state=\"suggested\" data-side=\"").raw(note.isLeft() ? "from" : "to");
    html.raw("\" data-start=\"").raw(note.start()).raw("\" data-end=\"").raw(note.end()).raw("\">");
    String label = Messages.text("suggestions.by", id, suggestion.by().name());
    html.raw("<article class=\"thread suggestion\" tabindex=\"-1\" aria-label=\"").text(label);
    html.raw("\"><button type=\"button\" class=\"quiet close\" data-close aria-label=\"");
    html.text(Messages.text("keys.close")).raw("\">×</button>");
    html.raw("<p class=\"by\"><a href=\"");
    html.text(Urls.suggestion(scriptId, shown.version(), id)).raw("\"><bdi>");
    html.text(suggestion.by().name()).raw("</bdi></a> <span class=\"dim\">");
    html.text(Messages.text("suggestions.suggests")).raw("</span> <time datetime=\"");
    html.text(suggestion.createdAt() + "").raw("\" title=\"");
    html.text(times.exact(suggestion.createdAt())).raw("\">");
    html.text(times.relative(suggestion.createdAt())).raw("</time></p>");
    html.raw("<div class=\"words\" dir=\"auto\">")
        .raw(SuggestedWords.html(suggestion))
        .raw("</div>");
    @Nullable String reason = suggestion.reason();
    if (reason != null) {
      html.raw("<p class=\"reason\" dir=\"auto\">").text(reason).raw("</p>");
    }
    if (mayDecide) {
      forms(id);
    }
    html.raw("</article></li>\n");
  }

  private void forms(long id) {
    String url = Urls.suggestions(scriptId, shown.version());
    html.raw("<form class=\"acts\" method=\"post\" data-decides action=\"").text(url);
    html.raw("/accept\"><input type=\"hidden\" name=\"suggestion\" value=\"").raw(id);
    html.raw("\"><input type=\"hidden\" name=\"back\" value=\"").text(shown.pageUrl(scriptId));
    html.raw("\"><button type=\"submit\" data-act=\"accept\">")
        .text(Messages.text("suggestions.accept"));
    html.raw("</button> <button type=\"submit\" class=\"quiet\" data-act=\"reject\" formaction=\"")
        .text(url);
    html.raw("/reject\">").text(Messages.text("suggestions.reject")).raw("</button></form>");
  }
}
