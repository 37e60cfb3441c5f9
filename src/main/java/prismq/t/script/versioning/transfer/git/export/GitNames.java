package prismq.t.script.versioning.transfer.git.export;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import prismq.t.script.versioning.core.text.PlainText;

/**
 * Names of files, branches and tags that git and every usual file system accept. A script's file is
 * named after the script id; only what has a meaning for git, what Windows cannot have, and what
 * differs from another name by case alone is written with a percent sign, which no script id has.
 */
public final class GitNames {
  private static final Pattern GIT = Pattern.compile("(?i)\\.git.*");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  /** What git or Windows does not take, and white space. */
  private static final String NOT_IN_TAGS = "[\\p{Cntrl}\\p{Z}~^:?*\\[\\\\\"<>|]+";

  /** So that the name of a file can hold it, with what git adds to it. */
  private static final int MAX_TAG_BYTES = 200;

  private static final RefNames NONE = new RefNames();

  private final Set<String> files = new HashSet<>();
  private final RefNames branches = new RefNames();
  private final RefNames tags = new RefNames();

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
    return branches.add(clean(wanted, Constants.R_HEADS, "branch"), NONE);
  }

  /**
   * The name of the tag for a label, likewise; git could not tell a branch of that name from it.
   */
  String tag(String wanted) {
    String name =
        wanted
            .replaceAll("\\s*/[\\s/]*", "/")
            .replaceAll("^/|/$", "")
            .replaceAll("@(?=\\{)|" + NOT_IN_TAGS, "-");
    String cut = name;
    while (cut.getBytes(StandardCharsets.UTF_8).length > MAX_TAG_BYTES) {
      cut = PlainText.cut(cut, cut.length() - 1);
    }
    return tags.add(clean(cut, Constants.R_TAGS, "label"), branches);
  }

  private static String clean(String wanted, String kind, String otherwise) {
    String name =
        wanted
            .replaceAll("(^|/)[.-]", "$1_")
            .replaceAll("\\.(?=\\.)", "_")
            .replaceAll("\\.($|/)", "_$1")
            .replaceAll("(?i)\\.lock($|/)", "_lock$1");
    if (name.equalsIgnoreCase(Constants.HEAD)) {
      name = name + "_";
    }
    return Repository.isValidRefName(kind + name) ? name : otherwise;
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
