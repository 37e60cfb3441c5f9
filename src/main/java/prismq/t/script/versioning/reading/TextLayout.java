package prismq.t.script.versioning.reading;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.web.Parameters;

/**
 * How a text is shown.
 *
 * @param view the one that was asked for
 * @param isBroken whether a screenplay is broken into the pages that it has on paper
 * @param format what the text is written as
 * @param before the text that its scenes are compared with; null for none
 * @param reading the text as it is read on pages; null where it is shown as it was written
 * @param wordsPerMinute that are spoken, or acted
 */
public record TextLayout(
    ReadingView view,
    boolean isBroken,
    TextFormat format,
    @Nullable ScriptText before,
    @Nullable LaidOutText reading,
    int wordsPerMinute) {
  /** What an address and the browser ask for, of a text that is still to be read. */
  public static TextLayout asked(Context context) {
    return new TextLayout(
        ReadingView.of(context),
        Parameters.text(context, "breaks") != null,
        TextFormat.PLAIN,
        null,
        null,
        SceneMinutes.WORDS_A_MINUTE);
  }

  /** The same for a text of this format, of a script of which so many words are spoken. */
  public TextLayout of(TextFormat written, @Nullable ScriptText compared, int rate) {
    return new TextLayout(view, isBroken, written, compared, null, rate);
  }

  /** The same with the text laid out, where it is shown so. */
  public TextLayout laidOut(ScriptText text) {
    return view == ReadingView.SOURCE || !format.hasPages() || text.sizeBytes() == 0
        ? this
        : new TextLayout(
            view,
            isBroken,
            format,
            before,
            LaidOutText.of(format, text, before, isBroken, wordsPerMinute),
            wordsPerMinute);
  }

  /** Whether there are two views to choose from. */
  public boolean hasPages() {
    return format.hasPages();
  }

  /** Whether it is shown as it is read on pages. */
  public boolean isPage() {
    return reading != null;
  }

  /** Whether pages can be broken as on paper. */
  public boolean isBreakable() {
    return isPage() && format == TextFormat.SCREENPLAY;
  }
}
