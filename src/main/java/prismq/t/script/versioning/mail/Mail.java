package prismq.t.script.versioning.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param to the address
 * @param text plain, with line breaks as \n
 * @param html the same as HTML; null for none
 * @param unsubscribeUrl where a program ends such mails with one request (RFC 8058); null for a
 *     mail that is one of no others
 */
public record Mail(
    String to,
    String subject,
    String text,
    @Nullable String html,
    @Nullable String unsubscribeUrl) {
  /** A mail of text alone, that is one of no others. */
  public Mail(String to, String subject, String text) {
    this(to, subject, text, null, null);
  }
}
