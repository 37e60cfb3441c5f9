package prismq.t.script.versioning.account;

import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.ContentHash;

/**
 * An attempt to give the password of something, from an address. Of neither more than a hash is
 * kept.
 */
public record GuessAttempt(String ofThing, String ofAddress) {
  /** One to sign in. */
  static GuessAttempt signIn(String email, String address) {
    return of("account", Account.emailKey(email), address);
  }

  /** One to open a share link. */
  public static GuessAttempt shareLink(String shareLinkId, String address) {
    return of("share link", shareLinkId, address);
  }

  private static GuessAttempt of(String kind, String name, String address) {
    return new GuessAttempt(subject(kind, name), subject("address", ClientNetwork.of(address)));
  }

  private static String subject(String kind, String text) {
    byte[] bytes = (kind + ":" + text).getBytes(StandardCharsets.UTF_8);
    return ContentHash.of(bytes).hex();
  }
}
