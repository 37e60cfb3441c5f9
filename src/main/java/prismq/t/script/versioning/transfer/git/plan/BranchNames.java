package prismq.t.script.versioning.transfer.git.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import prismq.t.script.versioning.transfer.git.walk.FileChange;

/** Finds names for lines: that of their branch, or the one in the message of the merge. */
public final class BranchNames {
  private static final int MAX_LENGTH = 60;
  private static final Pattern REQUEST = Pattern.compile("Merge pull request #\\d+ from ([^ ]+)");
  private static final Pattern BRANCHES =
      Pattern.compile("Merge (remote-tracking )?branch(?:es)? '.*");
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  private final ObjectReader reader;

  public BranchNames(ObjectReader reader) {
    this.reader = reader;
  }

  /** The best name for a branch with this line. */
  String name(ChangeLine line) {
    if (line.branch() != null) {
      return clean(line.branch());
    }
    String named = line.merge() == null ? "" : inMessage(line.merge(), line.position());
    return named.isEmpty() ? "merged-" + line.newest().shortCommit() : clean(named);
  }

  private String inMessage(FileChange merge, int position) {
    try (RevWalk commits = new RevWalk(reader)) {
      RevCommit commit = commits.parseCommit(merge.commit());
      commits.parseBody(commit);
      return inMessage(commit.getShortMessage(), position);
    } catch (IOException e) {
      return "";
    }
  }

  /** The name of a parent in a merge message of git or its hosts; empty if there is none. */
  static String inMessage(String message, int position) {
    Matcher request = REQUEST.matcher(message);
    if (request.lookingAt()) {
      return afterFirstSlash(request.group(1));
    }
    Matcher branches = BRANCHES.matcher(message);
    if (!branches.lookingAt()) {
      return "";
    }
    // The names of the branches follow it.
    int into = message.indexOf(" into ");
    List<String> names = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(into < 0 ? message : message.substring(0, into));
    while (quoted.find()) {
      names.add(quoted.group(1));
    }
    if (position < 1 || position > names.size()) {
      return "";
    }
    String name = names.get(position - 1);
    return branches.group(1) == null ? name : afterFirstSlash(name);
  }

  private static String afterFirstSlash(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  /** The nearest name that keeps the rules; what they do not allow becomes a hyphen. */
  static String clean(String name) {
    String clean =
        Arrays.stream(name.replaceAll("[^A-Za-z0-9._/-]", "-").split("/"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.matches("\\.{1,2}") ? "-" : part)
            .collect(Collectors.joining("/"));
    if (clean.chars().noneMatch(Character::isLetterOrDigit)) {
      return "branch";
    }
    String cut = clean.substring(0, Math.min(clean.length(), MAX_LENGTH));
    return cut.replaceFirst("(/\\.{0,2})+$", "");
  }

  /** The name to try after a number of conflicts. */
  static String numbered(String name, int attempt) {
    if (attempt == 0) {
      return name;
    }
    String suffix = "-" + (attempt + 1);
    return name.substring(0, Math.min(name.length(), MAX_LENGTH - suffix.length())) + suffix;
  }
}
