package prismq.t.script.versioning.mail;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes mails.
 *
 * @param isTls whether the connection is encrypted from its first byte on
 * @param user null for a server that wants none
 * @param password empty where there is no user
 * @param from the address that mails come from
 */
public record MailSettings(
    String host, int port, boolean isTls, @Nullable String user, String password, String from) {
  /** Without the password, so that no log shows it. */
  @Override
  public String toString() {
    return "mail by " + host + ":" + port;
  }
}
