package prismq.t.script.versioning.account;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Language;

/**
 * Somebody who may sign in.
 *
 * @param name one line, shown as the author of what they save
 * @param language a tag of BCP 47, or {@link #LANGUAGE_OF_BROWSER}
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

  /** Has pages written in the language that the browser asks for. */
  public static final String LANGUAGE_OF_BROWSER = "";

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@\\p{Cntrl}\\p{Cf}\\p{Cs}<>()\",;]+@[^\\s@\\p{Cntrl}\\p{Cf}\\p{Cs}<>()\",;]+");

  /** Its name and its e-mail address, in one line. */
  public String named() {
    return name + " <" + email + ">";
  }

  /** Whether it is none, but the name of somebody from elsewhere. */
  public boolean isNameOnly() {
    return id < 0;
  }

  /** Whether readers would take the one name for the other. */
  public boolean isNamedLike(String other) {
    return areAlike(name, other);
  }

  /** Whether people would take one name for the other. */
  public static boolean areAlike(String one, String other) {
    return NameLook.of(one).equals(NameLook.of(other));
  }

  /** The same with another role. */
  public Account withRole(Role other) {
    return new Account(id, name, email, timeZone, language, other, isDisabled);
  }

  /** The same with another name. */
  Account named(String other) {
    return new Account(id, other, email, timeZone, language, role, isDisabled);
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
      String checked = Author.named(name.strip()).name();
      if (NameLook.of(checked).isEmpty()) {
        throw new InvalidInputException("name", FilledMessage.of("account.name_unseen"));
      }
      return checked;
    } catch (InvalidInputException e) {
      throw new InvalidInputException("name", e.message());
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
      throw new InvalidInputException("email", FilledMessage.of("account.email_missing"));
    }
    if (stripped.length() > MAX_EMAIL || !EMAIL.matcher(stripped).matches()) {
      throw new InvalidInputException("email", FilledMessage.of("account.email_form", MAX_EMAIL));
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
      throw new InvalidInputException("time_zone", FilledMessage.of("account.choose_time_zone"));
    }
  }

  /**
   * A language by its tag.
   *
   * @throws InvalidInputException if pages are not written in it
   */
  public static String checkedLanguage(String tag) {
    if (!tag.equals(LANGUAGE_OF_BROWSER) && Language.of(tag).isEmpty()) {
      throw new InvalidInputException("language", FilledMessage.of("account.choose_language"));
    }
    return tag;
  }

  /** Equal for addresses that reach the same person: told apart without case. */
  public static String emailKey(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
