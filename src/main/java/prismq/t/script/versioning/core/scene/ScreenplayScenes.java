package prismq.t.script.versioning.core.scene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.Emphasis;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.PageItem;
import prismq.t.script.versioning.core.fountain.PageMeasure;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.text.Words;

/**
 * Cuts a screenplay into scenes. The title page, notes, boneyards, sections and synopses count
 * nowhere. A section before a heading belongs to no scene. What stands before the first heading is
 * a scene where somebody speaks there, or where there is no heading at all.
 */
final class ScreenplayScenes {
  private final Screenplay screenplay;
  private final List<PageItem> items;
  private final List<Scene> scenes = new ArrayList<>();
  private int nextItem;

  private @Nullable FountainElement heading;
  private int start = -1;
  private int end;
  private int words;
  private final StringBuilder body = new StringBuilder();
  private final Set<String> characters = new LinkedHashSet<>();

  private ScreenplayScenes(Screenplay screenplay) {
    this.screenplay = screenplay;
    this.items = screenplay.items();
  }

  static List<Scene> of(Screenplay screenplay) {
    ScreenplayScenes cut = new ScreenplayScenes(screenplay);
    boolean isBehindSection = false;
    for (FountainElement element : screenplay.elements()) {
      if (element.type() == FountainType.HEADING) {
        cut.endScene(element.start(), true);
        cut.heading = element;
        cut.start = element.start();
      }
      isBehindSection =
          element.type() == FountainType.SECTION
              || (isBehindSection && !element.type().isPrinted());
      cut.add(element, isBehindSection);
    }
    cut.endScene(screenplay.source().length(), false);
    return List.copyOf(cut.scenes);
  }

  private void add(FountainElement element, boolean isBehindSection) {
    FountainType type = element.type();
    if (type.isPrinted()) {
      if (start < 0) {
        start = element.start();
      }
      String text = Emphasis.plain(screenplay.text(element));
      words += Words.count(text);
      if (type != FountainType.HEADING) {
        body.append(text.strip()).append('\n');
      }
      if (type.isCue()) {
        characters.add(screenplay.name(element));
      }
    }
    if (!isBehindSection) {
      end = element.end();
    }
  }

  private void endScene(int before, boolean isHeadingNext) {
    int lines = 0;
    while (nextItem < items.size() && items.get(nextItem).start() < before) {
      lines += screenplay.pageLines(items.get(nextItem++));
    }
    boolean isScene = heading != null || !isHeadingNext || !characters.isEmpty();
    if (start >= 0 && isScene) {
      scenes.add(scene(lines));
    }
    heading = null;
    start = -1;
    words = 0;
    body.setLength(0);
    characters.clear();
  }

  private Scene scene(int lines) {
    @Nullable FountainElement headed = heading;
    return new Scene(
        headed == null ? "" : headed.number(screenplay.source()),
        headed == null ? "" : Emphasis.plain(screenplay.text(headed)).strip(),
        start,
        end,
        words,
        PageMeasure.eighths(lines),
        List.copyOf(characters),
        body.toString(),
        SceneMinutes.WORDS_A_MINUTE);
  }
}
