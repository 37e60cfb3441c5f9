package prismq.t.script.versioning.mail;

/**
 * A mail to one person.
 *
 * @param to the address
 * @param text plain, with line breaks as \n
 */
public record Mail(String to, String subject, String text) {}
