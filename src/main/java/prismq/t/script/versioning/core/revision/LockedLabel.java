package prismq.t.script.versioning.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The number of a page or scene that stays whatever is put before it: 38, and then 38A behind it.
 *
 * @param steps a whole number, and then for each letter or digit its place behind what stands
 *     before it, or, below 0, before it
 */
public record LockedLabel(List<Integer> steps) implements Comparable<LockedLabel> {
  /** Without I and O, which are taken for digits. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int FIRST_BEFORE = -1_000;

  /** A whole number. */
  public static LockedLabel of(int number) {
    return new LockedLabel(List.of(number));
  }

  /**
   * A label between two others.
   *
   * @param before null where none follows, so that a whole number can
   */
  static LockedLabel between(LockedLabel after, @Nullable LockedLabel before, LabelScheme scheme) {
    if (before == null) {
      return of(after.steps.get(0) + 1);
    }
    List<LockedLabel> wanted = new ArrayList<>();
    @Nullable LockedLabel next = after.next();
    if (next != null) {
      wanted.add(next);
    }
    if (scheme == LabelScheme.PREFIX) {
      wanted.add(before.with(FIRST_BEFORE));
    }
    wanted.add(after.with(1));
    wanted.add(before.with(FIRST_BEFORE));
    for (LockedLabel label : wanted) {
      if (label.compareTo(after) > 0 && label.compareTo(before) < 0) {
        return label;
      }
    }
    // Only where the two are not in order.
    return after.with(1);
  }

  /** The one behind it that is written as long; null where there is none. */
  private @Nullable LockedLabel next() {
    int last = steps.get(steps.size() - 1);
    if (steps.size() == 1) {
      return with(1);
    }
    boolean isLast =
        last > 0 ? last == LETTERS.length() : last == FIRST_BEFORE + LETTERS.length() - 1;
    if (isLast) {
      return null;
    }
    List<Integer> next = new ArrayList<>(steps);
    next.set(steps.size() - 1, last + 1);
    return new LockedLabel(List.copyOf(next));
  }

  private LockedLabel with(int step) {
    List<Integer> longer = new ArrayList<>(steps);
    longer.add(step);
    return new LockedLabel(List.copyOf(longer));
  }

  /** As it is printed. */
  public String text(LabelScheme scheme) {
    StringBuilder before = new StringBuilder();
    StringBuilder text = new StringBuilder().append(steps.get(0));
    boolean isDotted = false;
    for (int i = 1; i < steps.size(); i++) {
      int step = steps.get(i);
      if (isDotted || (step > 0 && before.length() > 0)) {
        // Where letters on both sides could be read in two ways.
        isDotted = true;
        text.append('.')
            .append(step > 0 ? Integer.toString(step) : letter(step).toLowerCase(Locale.ROOT));
      } else if (step < 0) {
        before.insert(0, letter(step));
      } else if (scheme == LabelScheme.DIGIT && i % 2 == 0) {
        text.append(step);
      } else {
        text.append(letter(step));
      }
    }
    return before.append(text).toString();
  }

  private static String letter(int step) {
    int place = step > 0 ? step - 1 : step - FIRST_BEFORE;
    return String.valueOf(LETTERS.charAt(Math.floorMod(place, LETTERS.length())));
  }

  @Override
  public int compareTo(LockedLabel other) {
    for (int i = 0; i < Math.max(steps.size(), other.steps.size()); i++) {
      int own = i < steps.size() ? steps.get(i) : 0;
      int others = i < other.steps.size() ? other.steps.get(i) : 0;
      if (own != others) {
        return Integer.compare(own, others);
      }
    }
    return 0;
  }
}
