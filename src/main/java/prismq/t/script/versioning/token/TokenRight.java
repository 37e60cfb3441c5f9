package prismq.t.script.versioning.token;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/**
 * What a token lets a program do, where its owner may do it too; each lets do what the ones before
 * it do.
 */
public enum TokenRight {
  /** Read. */
  READ(Role.VIEWER),
  /** Save in the name of the owner, too. */
  WRITE(Role.EDITOR),
  /** Save in the names of others, too. */
  WRITE_AS(Role.EDITOR),
  /** Look after people and the server, too. */
  ADMIN(Role.ADMIN);

  private final Role least;

  TokenRight(Role least) {
    this.least = least;
  }

  /** The word for it in forms, commands, JSON and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is called on pages. */
  public String title() {
    return Messages.text("token.right_title_" + name().toLowerCase(Locale.ROOT));
  }

  /** What it lets a program do, in a few words. */
  public String meaning() {
    return Messages.text("token.right_" + name().toLowerCase(Locale.ROOT));
  }

  /** Whether it includes another one. */
  public boolean includes(TokenRight other) {
    return compareTo(other) >= 0;
  }

  /** Those that somebody of a role can give a token. */
  public static List<TokenRight> of(Role role) {
    return Arrays.stream(values()).filter(right -> role.compareTo(right.least) >= 0).toList();
  }

  /**
   * The right of this word.
   *
   * @throws InvalidInputException if there is none
   */
  public static TokenRight of(String word) {
    return Arrays.stream(values())
        .filter(right -> right.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "right", FilledMessage.of("token.choose_right", words(List.of(values())))));
  }

  /** Their words, for a sentence. */
  public static String words(List<TokenRight> rights) {
    return rights.stream().map(TokenRight::word).collect(Collectors.joining(", "));
  }
}
