package prismq.t.script.versioning.account;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;

/**
 * Somebody who may sign in.
 *
 * @param name one line, shown as the author of what they save
 * @param language a tag of BCP 47
 */
public record Account(
    long id,
    String name,
    String email,
    ZoneId timeZone,
    String language,
    Role role,
    boolean isDisabled) {
  /** Longest address of an e-mail, in characters (RFC 5321). */
  public static final int MAX_EMAIL = 254;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@\\p{Cntrl}\\p{Cf}\\p{Cs}<>()\",;]+@[^\\s@\\p{Cntrl}\\p{Cf}\\p{Cs}<>()\",;]+");

  /** Whether readers would take the one name for the other. */
  boolean isNamedLike(Account other) {
    return nameKey(name).equals(nameKey(other.name));
  }

  private static String nameKey(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The same with another role. */
  public Account withRole(Role other) {
    return new Account(id, name, email, timeZone, language, other, isDisabled);
  }

  /** The same, let in or not. */
  public Account disabled(boolean disabled) {
    return new Account(id, name, email, timeZone, language, role, disabled);
  }

  /**
   * A name as it is kept.
   *
   * @throws InvalidInputException if it cannot be the author of a version
   */
  public static String checkedName(String name) {
    try {
      return Author.named(name.strip()).name();
    } catch (InvalidInputException e) {
      throw new InvalidInputException("name", e.sentence());
    }
  }

  /**
   * An e-mail address as it is kept.
   *
   * @throws InvalidInputException if it is none
   */
  public static String checkedEmail(String email) {
    String stripped = email.strip();
    if (stripped.isEmpty()) {
      throw new InvalidInputException("email", "Enter an e-mail address.");
    }
    if (stripped.length() > MAX_EMAIL || !EMAIL.matcher(stripped).matches()) {
      throw new InvalidInputException(
          "email", "Enter an e-mail address such as name@example.org, at most 254 characters.");
    }
    return stripped;
  }

  /**
   * A time zone by its name.
   *
   * @throws InvalidInputException if there is none of that name
   */
  public static ZoneId checkedTimeZone(String name) {
    try {
      return ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          "time_zone", "Choose a time zone from the list, such as Europe/Prague.");
    }
  }

  /** Equal for addresses that reach the same person: told apart without case. */
  static String emailKey(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
