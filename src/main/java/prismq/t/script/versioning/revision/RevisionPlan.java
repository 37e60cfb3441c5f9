package prismq.t.script.versioning.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.LabelScheme;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Which labels of a script are its revisions, and how these are coloured and numbered.
 *
 * @param labels in order
 * @param lockedFrom the label from which on the numbers of pages stay; null for never
 * @param numbersScenes whether scenes get numbers where the author gave them none
 */
public record RevisionPlan(
    List<String> labels,
    List<String> colors,
    LabelScheme scheme,
    @Nullable String lockedFrom,
    boolean numbersScenes) {
  /** Most revisions of a script. */
  public static final int MAX_COUNT = 60;

  /** Of a script without revisions. */
  static final RevisionPlan NONE =
      new RevisionPlan(List.of(), RevisionColor.USUAL, LabelScheme.LETTER, null, true);

  /** The colours of the trade, in its order. */
  public static List<String> usualColors() {
    return RevisionColor.USUAL;
  }

  /**
   * A plan as it is kept.
   *
   * @throws InvalidInputException if it is outside the rules
   */
  RevisionPlan checked() {
    List<String> named = labels.stream().map(Label::checkedName).toList();
    if (named.size() > MAX_COUNT || new HashSet<>(named).size() < named.size()) {
      throw new InvalidInputException("labels", FilledMessage.of("revision.bad_labels", MAX_COUNT));
    }
    @Nullable String locked = lockedFrom;
    if (locked != null && !named.contains(locked)) {
      throw new InvalidInputException(
          "locked_from", FilledMessage.of("revision.bad_locked", locked));
    }
    return new RevisionPlan(named, checkedColors(), scheme, locked, numbersScenes);
  }

  private List<String> checkedColors() {
    List<String> names = colors.stream().map(Label::tidied).toList();
    Set<String> different = new HashSet<>();
    boolean isGood = !names.isEmpty() && names.size() <= RevisionColor.MAX_COUNT;
    for (String name : names) {
      isGood &=
          Label.isVisible(name)
              && name.length() <= RevisionColor.MAX_NAME
              && name.chars().noneMatch(Character::isISOControl)
              && different.add(name.toLowerCase(Locale.ROOT));
    }
    if (!isGood) {
      throw new InvalidInputException(
          "colors",
          FilledMessage.of("revision.bad_colors", RevisionColor.MAX_COUNT, RevisionColor.MAX_NAME));
    }
    return names;
  }
}
