package prismq.t.script.versioning.transfer.mediawiki;

import java.util.LinkedHashSet;
import java.util.Set;
import prismq.t.script.versioning.language.FilledMessage;

/** Collects what is wrong in the XML until the page or revision it is in has been read. */
final class DamageLog {
  private static final int MAX_REASONS = 10;

  private final Set<FilledMessage> losses = new LinkedHashSet<>();
  private final Set<FilledMessage> repairs = new LinkedHashSet<>();

  /** Something with which the content is not what the wiki had. */
  void lost(FilledMessage why) {
    add(losses, why);
  }

  /** Something that could be read all the same. */
  void repaired(FilledMessage how) {
    add(repairs, how);
  }

  private static void add(Set<FilledMessage> reasons, FilledMessage reason) {
    if (reasons.size() < MAX_REASONS) {
      reasons.add(reason);
    }
  }

  /** What was found since the last call. */
  Damage take() {
    if (losses.isEmpty() && repairs.isEmpty()) {
      return Damage.none();
    }
    Damage damage = new Damage(losses.stream().toList(), repairs.stream().toList());
    losses.clear();
    repairs.clear();
    return damage;
  }
}
