package prismq.t.script.versioning.web;

import java.util.Locale;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;

/**
 * What the menu of a person shows.
 *
 * @param token of its form
 */
record PersonMenu(String name, String email, String role, boolean mayAdminister, String token) {
  static PersonMenu of(SignedIn signedIn) {
    return new PersonMenu(
        signedIn.account().name(),
        signedIn.account().email(),
        signedIn.account().role().title(),
        Access.may(signedIn, Right.ADMINISTER),
        PersonView.TOKEN_MARK);
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
