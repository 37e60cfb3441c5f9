package prismq.t.script.versioning.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * 256 random bits that let their holder in, in the characters that addresses and cookies take. Only
 * their hash is kept. Not a record, so that no log shows it.
 */
public final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** A new one. */
  public static Secret random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** What somebody sent; empty if it does not even look like one. */
  public static Optional<Secret> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
  }

  /** What its holder sends. */
  public String text() {
    return text;
  }

  /** What is kept of it: its SHA-256 in hexadecimal digits. */
  public String hash() {
    return hashOf(text);
  }

  /** Another secret that only its holder and this server can derive from it. */
  public String derived(String purpose) {
    return hashOf(purpose + ":" + text);
  }

  private static String hashOf(String text) {
    return ContentHash.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
