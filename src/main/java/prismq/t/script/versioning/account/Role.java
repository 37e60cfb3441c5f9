package prismq.t.script.versioning.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import prismq.t.script.versioning.history.InvalidInputException;

/** What an account may do on the whole server; each may do what the ones before it may. */
public enum Role {
  /** Reads. */
  VIEWER("Reads scripts and their history"),
  /** Comments, too. */
  COMMENTER("Reads and comments"),
  /** Writes, too. */
  EDITOR("Reads, comments and writes"),
  /** Looks after people, too. */
  ADMIN("Does everything, and looks after people");

  private final String meaning;

  Role(String meaning) {
    this.meaning = meaning;
  }

  /** The word for it in forms, commands and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it lets somebody do, in a few words. */
  public String meaning() {
    return meaning;
  }

  /**
   * The role of this word.
   *
   * @throws InvalidInputException if there is none
   */
  public static Role of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("role", "Choose a role: " + words() + "."));
  }

  /** All words, for a sentence. */
  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
