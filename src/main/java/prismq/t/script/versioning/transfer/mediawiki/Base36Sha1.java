package prismq.t.script.versioning.transfer.mediawiki;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** SHA-1 as MediaWiki writes it: to base 36, with zeros in front; some exports have it to 16. */
final class Base36Sha1 {
  private static final int BASE = 36;
  private static final int DIGITS = 31;
  private static final int HEX_BASE = 16;
  private static final int HEX_DIGITS = 40;

  private Base36Sha1() {}

  /** Whether the bytes have the SHA-1 that the export tells. */
  static boolean matches(String told, byte[] bytes) {
    BigInteger number = new BigInteger(1, sha1(bytes));
    String wanted = told.toLowerCase(Locale.ROOT);
    return padded(number.toString(BASE), DIGITS).equals(wanted)
        || padded(number.toString(HEX_BASE), HEX_DIGITS).equals(wanted);
  }

  private static String padded(String digits, int length) {
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1.", e);
    }
  }
}
