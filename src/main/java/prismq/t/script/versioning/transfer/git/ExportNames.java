package prismq.t.script.versioning.transfer.git;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * Names of files and branches that git and every usual file system take. A script's file is called
 * like the script; only what git gives a meaning, what Windows cannot have, and what differs from
 * another name by case alone, is written otherwise, with a percent sign, which script ids have not.
 */
public final class ExportNames {
  private static final Pattern GIT = Pattern.compile("(?i)\\.git.*");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private final Set<String> files = new HashSet<>();
  private final Set<String> branches = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /** The name of the file for a script; another one each time. */
  public String file(String scriptId) {
    String name = scriptId;
    if (GIT.matcher(name).matches()) {
      name = "%2E" + name.substring(1);
    } else if (DEVICE.matcher(name).matches()) {
      name = "%" + Integer.toHexString(name.charAt(0)).toUpperCase(Locale.ROOT) + name.substring(1);
    }
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1) + "%2E";
    }
    String free = name;
    for (int number = 2; !files.add(lowerCase(free)); number++) {
      free = name + "%" + number;
    }
    return free;
  }

  /** The name of a branch, as near to the wanted one as git allows beside the names so far. */
  String branch(String wanted) {
    String name = clean(wanted);
    String free = name;
    for (int number = 2; !isFree(free); number++) {
      // A branch cannot be called like a folder of others.
      free = (isBelowBranch(name) ? name.replace('/', '-') : name) + "-" + number;
    }
    String taken = lowerCase(free);
    branches.add(taken);
    for (int slash = taken.indexOf('/'); slash >= 0; slash = taken.indexOf('/', slash + 1)) {
      folders.add(taken.substring(0, slash));
    }
    return free;
  }

  private boolean isFree(String name) {
    return !branches.contains(lowerCase(name))
        && !folders.contains(lowerCase(name))
        && !isBelowBranch(name);
  }

  private boolean isBelowBranch(String name) {
    String lower = lowerCase(name);
    for (int slash = lower.indexOf('/'); slash >= 0; slash = lower.indexOf('/', slash + 1)) {
      if (branches.contains(lower.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  private static String clean(String wanted) {
    String name =
        wanted
            .replaceAll("(^|/)[.-]", "$1_")
            .replaceAll("\\.(?=\\.)", "_")
            .replaceAll("\\.($|/)", "_$1")
            .replaceAll("(?i)\\.lock($|/)", "_lock$1");
    if (name.equalsIgnoreCase(Constants.HEAD)) {
      name = name + "_";
    }
    return Repository.isValidRefName(Constants.R_HEADS + name) ? name : "branch";
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
