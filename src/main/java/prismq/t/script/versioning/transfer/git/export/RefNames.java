package prismq.t.script.versioning.transfer.git.export;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of branches, or of tags, that go beside each other: no two that a file system may confuse,
 * and none that is also a folder of others.
 */
final class RefNames {
  private final Set<String> names = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /**
   * Adds a name, or the nearest to it that is free.
   *
   * @param others names of another kind that it shall not have either
   */
  String add(String name, RefNames others) {
    String free = name;
    for (int number = 2; !isFree(free) || others.has(free); number++) {
      // A branch cannot be called like a folder of others.
      free = (isBelowAnother(name) ? name.replace('/', '-') : name) + "-" + number;
    }
    String taken = folded(free);
    names.add(taken);
    for (int slash = taken.indexOf('/'); slash >= 0; slash = taken.indexOf('/', slash + 1)) {
      folders.add(taken.substring(0, slash));
    }
    return free;
  }

  private boolean has(String name) {
    return names.contains(folded(name));
  }

  private boolean isFree(String name) {
    return !has(name) && !folders.contains(folded(name)) && !isBelowAnother(name);
  }

  private boolean isBelowAnother(String name) {
    String folded = folded(name);
    for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
      if (names.contains(folded.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
