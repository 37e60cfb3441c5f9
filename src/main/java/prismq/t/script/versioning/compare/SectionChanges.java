package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.WordEdit;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.Words;
import prismq.t.script.versioning.language.Messages;

/** How many words were added and removed in each scene or section of a text. */
public final class SectionChanges {
  private SectionChanges() {}

  /**
   * What changed in one section.
   *
   * @param title of its heading in the newer text; empty before the first one
   */
  public record SectionChange(String title, int inserted, int deleted) {
    /** In one line: “Scene 2: +12 −3 words”. */
    public String told() {
      return Messages.text("sections.changed", shownTitle(), inserted, deleted);
    }

    public String shownTitle() {
      return title.isEmpty() ? Messages.text("sections.start") : title;
    }

    private SectionChange with(int moreInserted, int moreDeleted) {
      return new SectionChange(title, inserted + moreInserted, deleted + moreDeleted);
    }
  }

  /** Those in which words changed, in the order of the newer text; what only moved is left out. */
  public static List<SectionChange> of(Comparison comparison) {
    Diff diff = comparison.diff();
    SectionNames names = new SectionNames(diff, comparison.isFountain());
    Map<String, SectionChange> sections = new LinkedHashMap<>();
    for (Block block : diff.blocks()) {
      if (!block.isChange() || block.isMoved()) {
        continue;
      }
      int heading = names.isHeading(block.toStart()) ? 1 : 0;
      String shown = Objects.requireNonNullElse(names.before(block.toStart() + heading), "");
      SectionChange before = sections.getOrDefault(shown, new SectionChange(shown, 0, 0));
      sections.put(shown, before.with(inserted(diff, block), deleted(diff, block)));
    }
    List<SectionChange> changed = new ArrayList<>(sections.values());
    changed.removeIf(section -> section.inserted == 0 && section.deleted == 0);
    return changed;
  }

  private static int inserted(Diff diff, Block block) {
    return block.words().isEmpty() && block.kind() == Block.Kind.INSERTED
        ? count(diff.to().text(block.toLines()))
        : block.words().stream()
            .map(WordEdit::to)
            .mapToInt(range -> count(diff.to().text().substring(range.start(), range.end())))
            .sum();
  }

  private static int deleted(Diff diff, Block block) {
    return block.words().isEmpty() && block.kind() == Block.Kind.DELETED
        ? count(diff.from().text(block.fromLines()))
        : block.words().stream()
            .map(WordEdit::from)
            .mapToInt(range -> count(diff.from().text().substring(range.start(), range.end())))
            .sum();
  }

  private static int count(String exact) {
    return Words.count(ExactText.decoded(exact));
  }
}
