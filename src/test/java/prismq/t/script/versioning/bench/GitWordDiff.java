package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.text.Words;

/** How many words git marks in each commit, by word and with lines that moved told apart. */
final class GitWordDiff {
  private static final String MOVED_AWAY = "\u001b[34m";
  private static final String MOVED_HERE = "\u001b[35m";
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  /** Where git's word diff cuts. */
  private static final Pattern SPACE = Pattern.compile("[ \t\r\n]+");

  private final GitRepository repository;

  /**
   * @param repository every commit of which has another subject, and changes one file
   */
  GitWordDiff(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * The number for each commit, by its subject: all words that the word diff marks, less those of
   * them in lines that the line diff shows as moved, which both diffs have in the same hunks.
   */
  Map<String, Integer> markedWords() throws IOException, InterruptedException {
    Map<String, List<List<String>>> byWord = hunks("--word-diff=porcelain");
    Map<String, List<List<String>>> byLine =
        hunks("--color=always", "--color-moved=zebra", "--ws-error-highlight=none");
    Map<String, Integer> markedWords = new HashMap<>();
    for (Map.Entry<String, List<List<String>>> commit : byWord.entrySet()) {
      List<List<String>> lines = byLine.getOrDefault(commit.getKey(), List.of());
      int words = 0;
      for (int i = 0; i < commit.getValue().size(); i++) {
        words += markedWords(commit.getValue().get(i), lines.get(i));
      }
      markedWords.put(commit.getKey(), words);
    }
    return markedWords;
  }

  /** What each commit marks by word, by its subject; lines that moved count too. */
  Map<String, WhiteSpaceMarks> marks() throws IOException, InterruptedException {
    Map<String, WhiteSpaceMarks> marks = new HashMap<>();
    hunks("--word-diff=porcelain")
        .forEach(
            (subject, hunks) ->
                marks.put(
                    subject,
                    hunks.stream()
                        .map(WhiteSpaceMarks::ofGit)
                        .reduce(new WhiteSpaceMarks(0, 0), WhiteSpaceMarks::plus)));
    return marks;
  }

  /** The number of lines that each commit adds and removes, by its subject. */
  Map<String, Integer> changedLines() throws IOException, InterruptedException {
    String output =
        new String(repository.run("log", "--numstat", "--format=%x00%s"), StandardCharsets.UTF_8);
    Map<String, Integer> changedLines = new HashMap<>();
    for (String commit : output.substring(1).split("\0", -1)) {
      String[] fields = commit.strip().split("\\s+", -1);
      if (fields.length > 2) {
        changedLines.put(fields[0], Integer.parseInt(fields[1]) + Integer.parseInt(fields[2]));
      }
    }
    return changedLines;
  }

  /** The lines of each hunk of each commit. */
  private Map<String, List<List<String>>> hunks(String... options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    for (String alternative : List.of("", "Alternative")) {
      arguments.addAll(List.of("-c", "color.diff.oldMoved" + alternative + "=blue"));
      arguments.addAll(List.of("-c", "color.diff.newMoved" + alternative + "=magenta"));
    }
    arguments.addAll(List.of("log", "--patch", "--histogram", "--unified=0", "--format=%x00%s"));
    arguments.addAll(List.of(options));
    String output =
        new String(repository.run(arguments.toArray(String[]::new)), StandardCharsets.UTF_8);
    Map<String, List<List<String>>> hunks = new HashMap<>();
    List<List<String>> ofCommit = List.of();
    List<String> hunk = new ArrayList<>();
    for (String line : output.split("\n", -1)) {
      String plain = plain(line);
      if (plain.startsWith("\0")) {
        ofCommit = new ArrayList<>();
        hunks.put(plain.substring(1), ofCommit);
      } else if (plain.startsWith("diff --git ")) {
        // What follows is no hunk yet, and thrown away.
        hunk = new ArrayList<>();
      } else if (plain.startsWith("@@ ")) {
        hunk = new ArrayList<>();
        ofCommit.add(hunk);
      } else {
        hunk.add(line);
      }
    }
    return hunks;
  }

  private static String plain(String line) {
    return COLOUR.matcher(line).replaceAll("");
  }

  /**
   * A word as git has it.
   *
   * @param moved whether its line moved
   */
  private record Word(String text, boolean moved) {}

  private static int markedWords(List<String> byWord, List<String> byLine) {
    Deque<Word> left = new ArrayDeque<>();
    Deque<Word> right = new ArrayDeque<>();
    for (String line : byLine) {
      String plain = plain(line);
      if (plain.startsWith("-")) {
        add(left, plain, line.startsWith(MOVED_AWAY));
      } else if (plain.startsWith("+")) {
        add(right, plain, line.startsWith(MOVED_HERE));
      }
    }
    int marked = 0;
    for (String stretch : byWord) {
      for (String word : words(plain(stretch))) {
        switch (stretch.charAt(0)) {
          case '-' -> marked += markedWords(left, word);
          case '+' -> marked += markedWords(right, word);
          case ' ' -> {
            take(left, word);
            take(right, word);
          }
          default -> {
            // The end of a line, or that the last one has none.
          }
        }
      }
    }
    return marked;
  }

  private static void add(Collection<Word> words, String line, boolean moved) {
    words(line).forEach(text -> words.add(new Word(text, moved)));
  }

  private static List<String> words(String line) {
    return line.isEmpty()
        ? List.of()
        : SPACE.splitAsStream(line.substring(1)).filter(word -> !word.isEmpty()).toList();
  }

  private static int markedWords(Deque<Word> words, String expected) {
    return take(words, expected).moved() ? 0 : Words.count(expected);
  }

  private static Word take(Deque<Word> words, String expected) {
    Word word = words.remove();
    if (!word.text().equals(expected)) {
      throw new IllegalStateException("by word " + expected + ", by line " + word.text());
    }
    return word;
  }
}
