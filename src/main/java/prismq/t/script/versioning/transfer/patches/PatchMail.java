package prismq.t.script.versioning.transfer.patches;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.UnifiedFormat;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Version;

/**
 * A version as a mail with a patch. The bytes of the patch are those of the texts, which git does
 * not decode.
 *
 * @param before the text it is made on; null if the patch makes the file
 */
record PatchMail(String file, Version version, @Nullable ScriptText before, ScriptText after) {
  private static final int CONTEXT_LINES = 3;

  /** What ends a message for git, or starts the next mail. */
  private static final Pattern BREAK = Pattern.compile("---(\\s.*)?|diff -.*|Index: .*");

  private static final Pattern SEPARATOR = Pattern.compile(">*From .*");

  /** What git takes for a header if a message starts with it. */
  private static final Pattern HEADER =
      Pattern.compile("(?i)(from|date|subject):.*|\\[PATCH\\]\\s.*|>*From\\s.*");

  /** The first line of what is said about the version; its number if nothing is. */
  String subject() {
    String first = version.summary().strip();
    return first.isEmpty() ? "Version " + version.versionNumber() : first;
  }

  /** The mail with its number and the total. */
  byte[] bytes(int number, int count) {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    write(
        mail,
        "From "
            + version.versionHash().hex().substring(0, 40)
            + " Mon Sep 17 00:00:00 2001\n"
            + "From: "
            + MailHeaders.from(version.author())
            + "\nDate: "
            + MailHeaders.date(version.createdAt())
            + "\nSubject: [PATCH "
            + number
            + "/"
            + count
            + "] "
            + MailHeaders.text(subject())
            + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
            + "Content-Transfer-Encoding: 8bit\n\n"
            + body()
            + "---\n\n");
    write(mail, "diff --git a/" + file + " b/" + file + "\n");
    if (before == null) {
      write(mail, "new file mode 100644\n");
      if (after.sizeBytes() == 0) {
        // Without lines, only the names of both texts say that there is a file.
        write(mail, "index 0000000..e69de29\n");
      }
    }
    mail.writeBytes(
        UnifiedFormat.write(
            new DiffGenerator().diff(before == null ? ScriptText.of("") : before, after),
            before == null ? "/dev/null" : "a/" + file,
            "b/" + file,
            CONTEXT_LINES));
    write(mail, "-- \nScript Versioning\n\n");
    return mail.toByteArray();
  }

  /** The message after its first line, in which nothing is left that ends it. */
  private String body() {
    String message = version.changeDescription().strip();
    int end = message.indexOf('\n');
    String rest = end < 0 ? "" : message.substring(end + 1).strip();
    if (rest.isEmpty()) {
      return "";
    }
    StringBuilder body = new StringBuilder();
    for (String line : rest.split("\r\n|\r|\n", -1)) {
      if (BREAK.matcher(line).matches() || (body.isEmpty() && HEADER.matcher(line).matches())) {
        body.append(' ');
      } else if (SEPARATOR.matcher(line).matches()) {
        body.append('>');
      }
      body.append(line).append('\n');
    }
    return body.toString();
  }

  private static void write(ByteArrayOutputStream mail, String text) {
    mail.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
