package prismq.t.script.versioning.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/** Hashes passwords with Argon2id, and refuses those that are easy to guess. */
public final class Passwords {
  /** Shortest password, in characters. */
  public static final int MIN_LENGTH = 12;

  /** Longest password, in characters. */
  public static final int MAX_LENGTH = 1_000;

  /** Guesses that a password must withstand at least; the common ones fall far earlier. */
  private static final double MIN_GUESSES = 1e6;

  /** Shortest word of a name that a password should not be made of, in characters. */
  private static final int MIN_WORD = 3;

  /** Letters and digits that a password has at least besides words of its owner. */
  private static final int MIN_LEFT = 4;

  /** What is looked at of a long password, because the time for it grows fast with the length. */
  private static final int LOOKED_AT = 64;

  // As OWASP recommends; takes 19 MiB of memory.
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** A dozen at once would take a small machine's memory. */
  private static final Semaphore HASHING = new Semaphore(2, true);

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** Made before the first check, so that it takes no part in the time of any. */
  private static final class OfNobody {
    static final String HASH = hash("a password that nobody has");
  }

  /**
   * Checks a new password.
   *
   * @param own words that its owner is known by, such as the name
   * @throws InvalidInputException if it is too short, too long, or easy to guess
   */
  public static void check(String password, List<String> own) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH) {
      throw new InvalidInputException(
          "password",
          length == 0
              ? FilledMessage.of("password.missing", MIN_LENGTH)
              : FilledMessage.count("password.short", length, length, MIN_LENGTH));
    }
    if (isTooLong(password)) {
      throw new InvalidInputException("password", FilledMessage.of("password.long", "1,000"));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
      throw new InvalidInputException("password", FilledMessage.of("password.half_character"));
    }
    String start = password.substring(0, Math.min(password.length(), LOOKED_AT));
    if (isMadeOf(password, own) || guesser().measure(start).getGuesses() < MIN_GUESSES) {
      throw new InvalidInputException("password", FilledMessage.of("password.guessed"));
    }
  }

  /** Whether nobody can have it. */
  static boolean isTooLong(String password) {
    return password.codePointCount(0, password.length()) > MAX_LENGTH;
  }

  /** Whether next to nothing is left of it without the words that its owner is known by. */
  private static boolean isMadeOf(String password, List<String> own) {
    String whole = password.toLowerCase(Locale.ROOT);
    String left = whole;
    for (String text : own) {
      for (String word : text.toLowerCase(Locale.ROOT).split("[\\s@._-]+", -1)) {
        if (word.length() >= MIN_WORD) {
          left = left.replace(word, "");
        }
      }
    }
    return !left.equals(whole)
        && left.codePoints().filter(Character::isLetterOrDigit).count() < MIN_LEFT;
  }

  /** Made anew each time: passwords are set seldom, and its list takes megabytes. */
  private static Zxcvbn guesser() {
    try {
      return new ZxcvbnBuilder()
          .dictionary(StandardDictionaries.PASSWORDS_LOADER.load())
          .keyboard(StandardKeyboards.QWERTY_LOADER.load())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords cannot be read", e);
    }
  }

  /** What is kept of a password. */
  public static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return alone(() -> ARGON2.hash(bytes(password), salt).getResult());
  }

  /** Whether this is the password that a hash was made of. */
  public static boolean matches(String password, String hash) {
    return alone(
        () ->
            Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Takes as long as a comparison with somebody's hash. */
  static boolean matchesNobody(String password) {
    matches(password, OfNobody.HASH);
    return false;
  }

  /** Has what {@link #matchesNobody} needs made. */
  static void prepare() {
    if (OfNobody.HASH.isEmpty()) {
      throw new IllegalStateException("a hash is never empty");
    }
  }

  /** The same however a keyboard puts the accents of a letter. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T alone(Supplier<T> work) {
    HASHING.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      HASHING.release();
    }
  }
}
