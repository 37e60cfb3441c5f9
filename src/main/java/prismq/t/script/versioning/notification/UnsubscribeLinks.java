package prismq.t.script.versioning.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import prismq.t.script.versioning.db.Database;

/**
 * Signs the links by which somebody ends the mails about a script without signing in, by
 * HMAC-SHA-256 (RFC 2104). Such a link does nothing else, and works as often as it is followed.
 */
public final class UnsubscribeLinks {
  private static final String HMAC = "HmacSHA256";

  /** Bytes of the signature that are sent; guessing one takes 2^127 tries. */
  private static final int SIGNATURE_BYTES = 16;

  private static final int MAX_LENGTH = 300;

  private final Database database;
  private final UnsubscribeKeyStore store = new UnsubscribeKeyStore();

  /** Keeps the key in this database, so that links outlive the server. */
  public UnsubscribeLinks(Database database) {
    this.database = database;
  }

  /** Whose mails about which script a link ends. */
  public record EndedMails(long account, String scriptId) {}

  /** What stands for it in an address. */
  String token(long account, String scriptId) {
    byte[] named = (account + " " + scriptId).getBytes(StandardCharsets.UTF_8);
    return encoded(signature(named)) + "." + encoded(named);
  }

  /** What somebody followed; empty where it was not signed here. */
  public Optional<EndedMails> read(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] named = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(signature, signature(named))) {
        return Optional.empty();
      }
      String[] parts = new String(named, StandardCharsets.UTF_8).split(" ", 2);
      return Optional.of(new EndedMails(Long.parseLong(parts[0]), parts[1]));
    } catch (IllegalArgumentException e) {
      // Not even of the form of a link.
      return Optional.empty();
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] signature(byte[] named) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key(), HMAC));
      return Arrays.copyOf(mac.doFinal(named), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  private byte[] key() {
    return database.read(store::find).orElseGet(this::newKey);
  }

  private byte[] newKey() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return database.write(
        handle -> {
          store.put(handle, random);
          return store.find(handle).orElseThrow();
        });
  }
}
