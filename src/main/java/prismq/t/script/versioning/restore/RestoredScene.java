package prismq.t.script.versioning.restore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneChange;
import prismq.t.script.versioning.core.scene.SceneComparison;
import prismq.t.script.versioning.core.scene.SceneOutcome;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;

/**
 * A scene, or a section, that gets back the words it had, while all around it stays. What was kept
 * and stands elsewhere now goes back only where that is asked for.
 *
 * @param scene as it was
 * @param isOmitted whether the later text has it no more
 * @param hasMoved whether it stands elsewhere now, or some of its passages do
 * @param text the later text with the scene restored
 */
record RestoredScene(
    Scene scene, boolean isSection, boolean isOmitted, boolean hasMoved, ScriptText text) {
  /**
   * Restores a scene in the later text of a comparison; empty where there is no such scene.
   *
   * @param place among the scenes of the earlier text, from 1
   */
  static Optional<RestoredScene> of(Comparison comparison, int place, boolean isMovedBack) {
    List<Scene> scenes = Scenes.of(comparison.format(), characters(comparison.from()));
    return place > scenes.size()
        ? Optional.empty()
        : Optional.of(new Restoration(comparison, scenes, place - 1, isMovedBack).scene());
  }

  private static String characters(ScriptText text) {
    return text.inUtf8().characters();
  }

  private static final class Restoration {
    private final Comparison comparison;
    private final Diff diff;
    private final Pieces from;
    private final Pieces to;
    private final List<Scene> scenes;
    private final Scene scene;
    private final boolean isMovedBack;
    private final List<SceneChange> changes;
    private final SceneLines fromLines;
    private final SceneLines toLines;

    /** What the scene was, and all that it is now. */
    private final LineRange old;

    private final List<LineRange> now = new ArrayList<>();
    private final List<Change> left = new ArrayList<>();
    private final List<Change> entered = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isMoved;
    private boolean hasMovedPassages;

    Restoration(Comparison comparison, List<Scene> scenes, int place, boolean isMovedBack) {
      this.comparison = comparison;
      this.diff = comparison.diff();
      this.from = comparison.from().exactLines();
      this.to = comparison.to().exactLines();
      this.scenes = scenes;
      this.scene = scenes.get(place);
      this.isMovedBack = isMovedBack;
      this.changes =
          SceneComparison.of(scenes, Scenes.of(comparison.format(), characters(comparison.to())));
      this.fromLines = SceneLines.of(comparison.from(), from.size(), diff::fromBytes);
      this.toLines = SceneLines.of(comparison.to(), to.size(), diff::toBytes);
      this.old = fromLines.of(scene);
    }

    RestoredScene scene() {
      findNow();
      if (isMoved) {
        findStrays();
        writeMoved(isMovedBack ? oldPlace() : now.get(0).start());
      } else {
        diff.blocks().forEach(this::write);
      }
      boolean isOmitted =
          changes.stream().anyMatch(change -> isScene(change.from(), scene) && change.to() == null);
      return new RestoredScene(
          scene,
          comparison.format() != TextFormat.SCREENPLAY,
          isOmitted,
          isMoved || hasMovedPassages,
          ScriptText.ofExact(text.toString()));
    }

    /** Whether two of the earlier text are the same. */
    private static boolean isScene(@Nullable Scene one, Scene other) {
      return one != null && one.start() == other.start();
    }

    /** Of a scene that was joined to another one nothing is its own any more. */
    private void findNow() {
      Set<Scene> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      for (SceneChange change : changes) {
        @Nullable Scene there = change.to();
        boolean isFirst = there != null && seen.add(there);
        boolean isOwn = isFirst || change.outcome() != SceneOutcome.JOINED;
        if (isScene(change.from(), scene) && there != null && isOwn) {
          now.add(toLines.of(there));
          isMoved |= change.isMoved();
        }
      }
    }

    private void write(Block block) {
      switch (block.kind()) {
        case UNCHANGED -> text.append(to.text(block.toLines()));
        case DELETED -> writeOld(block);
        case INSERTED -> writeOutsideScene(block);
        case CHANGED -> writeWhole(block);
        case MOVED_HERE -> writeMovedHere(block);
        case MOVED_AWAY -> {
          if (isUndone(changeOf(block))) {
            text.append(from.text(block.fromLines()));
          }
        }
      }
    }

    private void writeOld(Block block) {
      int start = Math.max(block.fromStart(), old.start());
      int end = Math.min(block.fromEnd(), old.end());
      if (start < end) {
        if (start == old.start()) {
          endParagraph();
        }
        text.append(from.text(new LineRange(start, end)));
        if (end == old.end() && block.toEnd() < to.size()) {
          endParagraph();
        }
      }
    }

    private void writeOutsideScene(Block block) {
      for (int line = block.toStart(); line < block.toEnd(); line++) {
        if (!isNow(new LineRange(line, line + 1))) {
          text.append(to.text(new LineRange(line, line + 1)));
        }
      }
    }

    private void writeWhole(Block block) {
      boolean isIn = overlaps(old, block.fromLines()) || isNow(block.toLines());
      text.append(isIn ? from.text(block.fromLines()) : to.text(block.toLines()));
    }

    private void writeMovedHere(Block block) {
      if (!isUndone(changeOf(block))) {
        text.append(to.text(block.toLines()));
      }
    }

    /** Whether what moved goes back: in the scene always, from elsewhere where that is asked. */
    private boolean isUndone(Change change) {
      boolean wasIn = overlaps(old, change.fromLines());
      boolean isIn = isNow(change.toLines());
      if (wasIn && isIn) {
        return true;
      }
      hasMovedPassages |= wasIn || isIn;
      return (wasIn || isIn) && isMovedBack;
    }

    private Change changeOf(Block block) {
      return diff.changes().get(block.change() - 1);
    }

    private boolean isNow(LineRange lines) {
      return now.stream().anyMatch(range -> overlaps(range, lines));
    }

    private static boolean overlaps(LineRange one, LineRange other) {
      return one.start() < other.end() && other.start() < one.end();
    }

    /** Passages that left a scene that moved, and those that came into it. */
    private void findStrays() {
      for (Change change : diff.changes()) {
        if (change.type() == Change.Type.MOVED) {
          boolean wasIn = overlaps(old, change.fromLines());
          boolean isIn = isNow(change.toLines());
          if (wasIn && !isIn) {
            left.add(change);
          } else if (isIn && !wasIn) {
            entered.add(change);
          }
        }
      }
    }

    /** Writes the scene as a whole, because the blocks of one that moved stand at both places. */
    private void writeMoved(int place) {
      for (int line = 0; line <= to.size(); line++) {
        if (line == place) {
          endParagraph();
          writeOldWithoutStrays();
          entered.forEach(change -> text.append(to.text(change.toLines())));
          if (line < to.size()) {
            endParagraph();
          }
        }
        LineRange one = new LineRange(line, line + 1);
        boolean goesBack =
            isMovedBack && left.stream().anyMatch(change -> overlaps(change.toLines(), one));
        if (line < to.size() && !isNow(one) && !goesBack) {
          text.append(to.text(one));
        }
      }
    }

    private void writeOldWithoutStrays() {
      for (int line = old.start(); line < old.end(); line++) {
        LineRange one = new LineRange(line, line + 1);
        boolean isElsewhere = left.stream().anyMatch(each -> overlaps(each.fromLines(), one));
        if (isMovedBack || !isElsewhere) {
          text.append(from.text(one));
        }
      }
    }

    /** Behind the scene that it followed, of those that stand in the same order; else in front. */
    private int oldPlace() {
      int own = scenes.indexOf(scene);
      for (int i = own - 1; i >= 0; i--) {
        @Nullable LineRange there = inOrder(scenes.get(i));
        if (there != null) {
          return there.end();
        }
      }
      for (int i = own + 1; i < scenes.size(); i++) {
        @Nullable LineRange there = inOrder(scenes.get(i));
        if (there != null) {
          return there.start();
        }
      }
      return to.size();
    }

    private @Nullable LineRange inOrder(Scene other) {
      @Nullable LineRange last = null;
      for (SceneChange change : changes) {
        @Nullable Scene there = change.to();
        if (isScene(change.from(), other) && there != null && !change.isMoved()) {
          LineRange range = toLines.of(there);
          last = last == null ? range : last.span(range);
        }
      }
      return last;
    }

    /** What follows begins a paragraph, as the scene does and what comes behind it. */
    private void endParagraph() {
      String ending = to.text().contains("\r\n") ? "\r\n" : "\n";
      String end = text.substring(Math.max(0, text.length() - 2 * ending.length()));
      if (!end.isEmpty() && !end.endsWith("\n")) {
        text.append(ending).append(ending);
      } else if (!end.isEmpty() && !end.equals(ending + ending)) {
        text.append(ending);
      }
    }
  }
}
