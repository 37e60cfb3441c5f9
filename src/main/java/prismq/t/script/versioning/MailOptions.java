package prismq.t.script.versioning;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.mail.MailSettings;

/** The options of mail. */
final class MailOptions {
  private static final String PASSWORD = "SCRIPT_VERSIONING_SMTP_PASSWORD";
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_BY_TLS = 465;

  @Option(
      names = "--smtp-url",
      paramLabel = "URL",
      defaultValue = "${env:SCRIPT_VERSIONING_SMTP_URL:-}",
      description =
          "Sends links for forgotten passwords, invitations and notifications by this mail server,"
              + " such as smtp://mail.example.org:587, or smtps:// for TLS from the first byte on. Needs"
              + " --base-url and --mail-from.")
  private String url = "";

  @Option(
      names = "--smtp-user",
      paramLabel = "USER",
      defaultValue = "${env:SCRIPT_VERSIONING_SMTP_USER:-}",
      description = "Who signs in at the mail server, if it wants that.")
  private String user = "";

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      defaultValue = "${env:SCRIPT_VERSIONING_SMTP_PASSWORD_FILE:-}",
      description =
          "A file with the password for that; or set the environment variable "
              + PASSWORD
              + " to the password itself.")
  private String passwordFile = "";

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SCRIPT_VERSIONING_MAIL_FROM:-}",
      description = "The address that mails come from, such as scripts@example.org.")
  private String from = "";

  /**
   * The mail server; null where none is named.
   *
   * @throws ParameterException if something is missing or wrong
   */
  @Nullable MailSettings settings(CommandSpec command, @Nullable String baseUrl) {
    if (url.isBlank()) {
      if (!(user + passwordFile + from).isBlank()) {
        throw wrong(command, "Mail also needs --smtp-url");
      }
      return null;
    }
    if (baseUrl == null || from.isBlank()) {
      throw wrong(command, "--smtp-url also needs --base-url and --mail-from");
    }
    URI server = server(command);
    boolean isTls = "smtps".equals(server.getScheme());
    int usual = isTls ? SUBMISSION_BY_TLS : SUBMISSION;
    int port = server.getPort() < 0 ? usual : server.getPort();
    return new MailSettings(
        server.getHost(),
        port,
        isTls,
        user.isBlank() ? null : user.strip(),
        password(command),
        sender(command));
  }

  private URI server(CommandSpec command) {
    try {
      URI uri = new URI(url.strip());
      boolean isMail = "smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme());
      if (uri.getRawUserInfo() != null) {
        throw wrong(command, "--smtp-url holds no user; name one by --smtp-user");
      }
      if (isMail && uri.getHost() != null && uri.getRawQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told as below.
    }
    throw wrong(command, "'" + url + "' is not an address such as smtp://mail.example.org:587");
  }

  private String password(CommandSpec command) {
    if (user.isBlank()) {
      return "";
    }
    return SecretSource.read(
            command, PASSWORD, passwordFile.isBlank() ? null : Path.of(passwordFile))
        .orElseThrow(
            () ->
                wrong(command, "--smtp-user also needs " + PASSWORD + " or --smtp-password-file"));
  }

  private String sender(CommandSpec command) {
    try {
      return Account.checkedEmail(from);
    } catch (InvalidInputException e) {
      throw wrong(command, "--mail-from '" + from + "' is not an e-mail address");
    }
  }

  private static ParameterException wrong(CommandSpec command, String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
