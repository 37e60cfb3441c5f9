package prismq.t.script.versioning.reading;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneHeading;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.scene.SceneOutcome;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/**
 * A scene in the list beside a text.
 *
 * @param place from 1
 * @param fromPlace among the scenes of the version before, from 1; 0 where it has it not
 * @param change what became of it since the version before; null where there is none
 * @param notes what else is said of it
 * @param page the address of the page that it is on; empty for that of the list
 */
public record SceneRow(
    int place,
    int fromPlace,
    Scene scene,
    @Nullable SceneChange change,
    List<String> notes,
    String page) {
  private static final int MOST_CHARACTERS = 4;
  private static final int EIGHTHS = 8;
  private static final int SECONDS = 60;

  /** Less of a difference is told by words alone. */
  private static final int LEAST_SECONDS = 3;

  /** The same on a page. */
  SceneRow on(String url) {
    return new SceneRow(place, fromPlace, scene, change, notes, url);
  }

  /** The number that its author gave it, or its place. */
  public String number() {
    return scene.number().isEmpty() ? Integer.toString(place) : scene.number();
  }

  /** Eighths of a page, whole pages apart; empty where the text has no pages. */
  public String pages() {
    Integer eighths = scene.eighths();
    return eighths == null ? "" : pages(eighths);
  }

  /** Eighths of a page, whole pages apart. */
  public static String pages(int eighths) {
    int whole = eighths / EIGHTHS;
    int rest = eighths % EIGHTHS;
    return (whole == 0 ? "" : whole + (rest == 0 ? "" : " ")) + (rest == 0 ? "" : rest + "/8");
  }

  /** The range of its length in minutes and seconds. */
  public String minutes() {
    return range(scene.minutes());
  }

  /** A range in minutes and seconds. */
  public static String range(SceneMinutes minutes) {
    String least = clock(minutes.least());
    String most = clock(minutes.most());
    return least.equals(most) ? most : least + "–" + most;
  }

  /** Minutes and seconds. */
  public static String clock(double minutes) {
    long seconds = Math.round(minutes * SECONDS);
    return seconds / SECONDS + ":" + (seconds % SECONDS < 10 ? "0" : "") + seconds % SECONDS;
  }

  /** Who speaks in it, the first few. */
  public String characters() {
    List<String> all = scene.characters();
    return String.join(", ", all.subList(0, Math.min(MOST_CHARACTERS, all.size())))
        + (all.size() > MOST_CHARACTERS ? ", …" : "");
  }

  /**
   * Adds it as an item of the list, which leads to where it begins.
   *
   * @param restoreUrl the address that restores a scene, without its place; null for none
   * @param restore the message that names the link there
   */
  void addTo(Html html, @Nullable String restoreUrl, String restore) {
    String heading = scene.heading().isEmpty() ? Messages.text("reading.opening") : scene.heading();
    String pages = pages();
    html.raw("<li><a href=\"")
        .text(page)
        .raw("#scene-")
        .raw((long) place)
        .raw("\"><span class=\"number\">");
    html.text(number()).raw("</span> <bdi class=\"heading\">").text(heading).raw("</bdi> ");
    html.raw("<span class=\"length\" title=\"").text(Messages.text("reading.lasts", minutes()));
    html.raw("\">").text(pages.isEmpty() ? minutes() : pages).raw("</span>");
    String characters = characters();
    if (!characters.isEmpty() || isChanged()) {
      html.raw("<small><bdi>").text(characters).raw("</bdi>");
      addChange(html);
      html.raw("</small>");
    }
    html.raw("</a>");
    if (restoreUrl != null && fromPlace > 0 && isChanged()) {
      html.raw("<a class=\"restore\" href=\"").text(restoreUrl).raw((long) fromPlace);
      html.raw("\">").text(Messages.text(restore)).raw("</a>");
    }
    html.raw("</li>");
  }

  private boolean isChanged() {
    return change != null && change.outcome() != SceneOutcome.SAME;
  }

  private void addChange(Html html) {
    SceneChange became = change;
    if (became == null || !isChanged()) {
      return;
    }
    if (became.outcome() != SceneOutcome.EDITED) {
      html.raw(" <span class=\"outcome\">");
      html.text(Messages.text("reading.outcome." + became.outcome().word())).raw("</span>");
    }
    @Nullable Scene old = became.from();
    if (old != null && !became.renamings().isEmpty()) {
      html.raw(" <bdi>").text(renamed(old, became)).raw("</bdi>");
    }
    if (became.outcome() != SceneOutcome.NEW) {
      addWords(html, "ins", '+', became.wordsAdded());
      addWords(html, "del", '−', became.wordsRemoved());
      addMinutes(html, became.minutes());
    }
    for (String note : notes) {
      html.raw(" <bdi class=\"told\">").text(note).raw("</bdi>");
    }
  }

  /** Headings of sections have no parts that could be told alone. */
  private static String renamed(Scene old, SceneChange became) {
    return old.eighths() == null
        ? Messages.text("reading.was_called", old.heading())
        : became.renamings().stream().map(SceneRow::told).collect(joining(", "));
  }

  private static String told(SceneHeading.Renaming renaming) {
    return (renaming.from() + " → " + renaming.to()).strip();
  }

  private static void addMinutes(Html html, double minutes) {
    if (Math.abs(minutes) * SECONDS >= LEAST_SECONDS) {
      html.text(" (").text(minutes > 0 ? '+' : '−').text(clock(Math.abs(minutes))).text(")");
    }
  }

  private static void addWords(Html html, String tag, char sign, int words) {
    if (words > 0) {
      html.raw(" <").raw(tag).raw(">").text(sign).raw((long) words).raw("</").raw(tag).raw(">");
    }
  }
}
