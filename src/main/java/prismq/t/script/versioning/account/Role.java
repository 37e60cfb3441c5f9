package prismq.t.script.versioning.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/** What an account may do on the whole server; each may do what the ones before it may. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Comments, too. */
  COMMENTER,
  /** Writes, too. */
  EDITOR,
  /** Looks after people, too. */
  ADMIN;

  /** The word for it in forms, commands and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called on pages. */
  public String title() {
    return Messages.text("people.role_title_" + word());
  }

  /** What it lets somebody do, in a few words. */
  public String meaning() {
    return Messages.text("people.role_" + word());
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
        .orElseThrow(
            () ->
                new InvalidInputException("role", FilledMessage.of("people.choose_role", words())));
  }

  /** All words, for a sentence. */
  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
