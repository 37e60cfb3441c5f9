package prismq.t.script.versioning.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.conflict.PassageErrors;
import prismq.t.script.versioning.history.Rebase;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Markup;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Urls;

/**
 * What the template shows of a text that others saved before.
 *
 * @param preview what saving would change in the head
 * @param errors the errors, by field
 * @param mustSettle whether passages without an answer are marked as errors
 */
record RaceModel(
    Race race,
    VersionForm form,
    DiffView preview,
    Map<String, String> errors,
    @Nullable String alert,
    boolean mustSettle) {

  public Rebase rebase() {
    return race.rebase();
  }

  public Script script() {
    return rebase().script();
  }

  public int head() {
    return rebase().head().versionNumber();
  }

  public List<Passage> passages() {
    return race.settled().passages();
  }

  public boolean isInHead() {
    return race.isInHead();
  }

  /** Who saved meanwhile, in the order of what they saved. */
  public String authors() {
    return Messages.list(
        rebase().since().stream().map(version -> version.person().name()).distinct().toList());
  }

  /** Links to what was saved meanwhile. */
  public Markup sinceLinks() {
    return new Markup(Messages.list(rebase().since().stream().map(this::link).toList()));
  }

  private String link(Version version) {
    Html html = new Html().raw("<a href=\"").text(versionUrl(version)).raw("\">");
    return html.text("v" + version.versionNumber()).raw("</a>").toString();
  }

  /** All errors, for the summary; none before anything was to be saved. */
  public Map<String, String> problems() {
    return mustSettle ? PassageErrors.with(errors, passages(), this::error) : errors;
  }

  public @Nullable String error(Passage passage) {
    return mustSettle && passage.choice() == null
        ? Messages.text("conflict.choose")
        : passage.error();
  }

  /** Where unfinished answers are kept in the browser. */
  public String place() {
    return script().scriptId()
        + " edit "
        + rebase().branch().branchNumber()
        + " "
        + rebase().baseVersion();
  }

  public String phraseHistoryUrl() {
    return Urls.phraseHistory(script().scriptId());
  }

  public String historyUrl() {
    return Urls.history(script().scriptId());
  }

  public String action() {
    return historyUrl() + "/versions";
  }

  public String versionUrl(Version version) {
    return Urls.version(script().scriptId(), version.versionNumber());
  }

  /** What others changed since the text was begun; null where there was no version yet. */
  public @Nullable String sinceUrl() {
    return rebase().base() == null
        ? null
        : Urls.compare(script().scriptId(), rebase().baseVersion(), head());
  }
}
