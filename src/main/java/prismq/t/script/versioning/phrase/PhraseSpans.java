package prismq.t.script.versioning.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/** Tells in a sentence in which versions a phrase is: “In v3–v17 and again since v21.” */
final class PhraseSpans {
  private static final int MAX_BRANCHES = 4;
  private static final int MAX_SPANS = 5;

  /** Of many spans the first ones are told, and the last one. */
  private static final int FIRST_SPANS = 2;

  private PhraseSpans() {}

  /**
   * Versions of a branch that follow each other on it.
   *
   * @param isOpen whether the last one is the branch's last
   */
  private record PhraseSpan(int first, int last, boolean isOpen) {
    String words() {
      if (isOpen) {
        return Messages.text("phrase.since", first);
      }
      return first == last
          ? Messages.text("phrase.in_one", first)
          : Messages.text("phrase.in", first, last);
    }

    String again() {
      return Messages.text("phrase.again", words());
    }
  }

  static String sentence(PhraseLife life, List<Branch> branches) {
    Map<Integer, List<PhraseSpan>> byBranch = spans(life);
    if (isEverywhere(life)) {
      return Messages.text("phrase.everywhere");
    }
    List<String> told = new ArrayList<>();
    for (Map.Entry<Integer, List<PhraseSpan>> entry : byBranch.entrySet()) {
      if (told.size() < MAX_BRANCHES) {
        String words = words(entry.getValue());
        told.add(
            branches.size() > 1
                ? Messages.text("phrase.on_branch", name(branches, entry.getKey()), words)
                : words);
      }
    }
    int more = byBranch.size() - told.size();
    if (more > 0) {
      told.add(Messages.text("phrase.hidden_branches", new Numbers().count(more, "more branch")));
    }
    String all = Messages.text("phrase.spans", String.join("; ", told));
    return Character.toUpperCase(all.charAt(0)) + all.substring(1);
  }

  private static boolean isEverywhere(PhraseLife life) {
    for (int version = 1; version <= life.latest(); version++) {
      if (life.occurrences(version) == 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(List<Branch> branches, int number) {
    return branches.stream()
        .filter(branch -> branch.branchNumber() == number)
        .map(Branch::name)
        .findFirst()
        .orElseGet(() -> Messages.text("phrase.another_branch"));
  }

  private static Map<Integer, List<PhraseSpan>> spans(PhraseLife life) {
    Map<Integer, List<PhraseSpan>> byBranch = new TreeMap<>();
    int[] starts = new int[life.latest() + 1];
    int[] ends = new int[life.latest() + 1];
    for (int version = 1; version <= life.latest(); version++) {
      int branch = life.branchNumber(version);
      if (life.occurrences(version) > 0) {
        starts[branch] = starts[branch] == 0 ? version : starts[branch];
        ends[branch] = version;
      } else if (starts[branch] > 0) {
        add(byBranch, branch, new PhraseSpan(starts[branch], ends[branch], false));
        starts[branch] = 0;
      }
    }
    for (int branch = 0; branch < starts.length; branch++) {
      if (starts[branch] > 0) {
        add(byBranch, branch, new PhraseSpan(starts[branch], ends[branch], true));
      }
    }
    return byBranch;
  }

  private static void add(Map<Integer, List<PhraseSpan>> byBranch, int branch, PhraseSpan span) {
    byBranch.computeIfAbsent(branch, number -> new ArrayList<>()).add(span);
  }

  private static String words(List<PhraseSpan> spans) {
    List<String> words = new ArrayList<>();
    boolean isShortened = spans.size() > MAX_SPANS;
    int shownAtStart = isShortened ? FIRST_SPANS : spans.size() - 1;
    for (int i = 0; i < shownAtStart; i++) {
      words.add(i == 0 ? spans.get(i).words() : spans.get(i).again());
    }
    if (isShortened) {
      words.add(Messages.text("phrase.times_after", spans.size() - FIRST_SPANS - 1));
    }
    PhraseSpan last = spans.get(spans.size() - 1);
    words.add(words.isEmpty() ? last.words() : last.again());
    if (!last.isOpen) {
      words.add(Messages.text("phrase.not_since"));
    }
    return Messages.list(words);
  }
}
