package prismq.t.script.versioning.web;

import java.util.Locale;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;

/**
 * What the menu of a person shows.
 *
 * @param unseen how many notifications they have not looked at
 * @param token of its form
 */
record PersonMenu(
    String name, String email, String role, boolean mayAdminister, int unseen, String token) {
  /** A larger number is not told. */
  private static final int MANY = 99;

  static PersonMenu of(SignedIn signedIn, int unseen) {
    return new PersonMenu(
        signedIn.account().name(),
        signedIn.account().email(),
        signedIn.account().role().title(),
        Access.may(signedIn, Right.ADMINISTER),
        unseen,
        PersonView.TOKEN_MARK);
  }

  /** The number of notifications in short: “2”, or “99+”. */
  public String unseenShown() {
    return unseen > MANY ? MANY + "+" : Integer.toString(unseen);
  }

  /** The first letters of the first and the last word of the name. */
  public String initials() {
    String[] words = name.split("\\s+", -1);
    String first = firstLetter(words[0]);
    return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
  }

  private static String firstLetter(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
