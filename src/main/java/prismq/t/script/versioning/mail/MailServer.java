package prismq.t.script.versioning.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands mails to a server. */
final class MailServer {
  /** For the connection, for each answer, and for each part sent, in milliseconds. */
  private static final String TIMEOUT = "10000";

  private static final String SENDER = "Script Versioning";

  private final MailSettings settings;
  private final Session session;

  MailServer(MailSettings settings) {
    this.settings = settings;
    this.session = session(settings);
  }

  private static Session session(MailSettings settings) {
    String protocol = settings.isTls() ? "smtps" : "smtp";
    String start = "mail." + protocol + ".";
    @Nullable String user = settings.user();
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", protocol);
    // By the protocol of the address, whatever that is: else Angus takes plain SMTP.
    properties.put("mail.transport.protocol.rfc822", protocol);
    // Names messages, too; by the name of this machine some servers take them for unasked mail.
    properties.put("mail.from", settings.from());
    properties.put(start + "host", settings.host());
    properties.put(start + "port", Integer.toString(settings.port()));
    properties.put(start + "connectiontimeout", TIMEOUT);
    properties.put(start + "timeout", TIMEOUT);
    properties.put(start + "writetimeout", TIMEOUT);
    properties.put(start + "auth", Boolean.toString(user != null));
    properties.put(start + "starttls.enable", "true");
    // A password goes over no line that others read.
    boolean isOpen = user == null || isThisMachine(settings.host());
    properties.put(start + "starttls.required", Boolean.toString(!settings.isTls() && !isOpen));
    properties.put(start + "ssl.checkserveridentity", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return user == null ? null : new PasswordAuthentication(user, settings.password());
          }
        });
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** Returns when the server has taken it. */
  void send(Mail mail) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    try {
      message.setFrom(new InternetAddress(settings.from(), SENDER, "UTF-8"));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    // A line break would end the subject, and begin a header of whoever wrote it.
    message.setSubject(mail.subject().replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " "), "UTF-8");
    setContent(message, mail);
    @Nullable String unsubscribeUrl = mail.unsubscribeUrl();
    if (unsubscribeUrl != null) {
      message.setHeader("List-Unsubscribe", "<" + unsubscribeUrl + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setHeader("Auto-Submitted", "auto-generated");
    Transport.send(message);
  }

  /** The text; with HTML, both, of which programs show the last that they can. */
  private static void setContent(MimeMessage message, Mail mail) throws MessagingException {
    @Nullable String html = mail.html();
    if (html == null) {
      message.setText(mail.text(), "UTF-8");
      return;
    }
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(mail.text(), "UTF-8");
    MimeBodyPart marked = new MimeBodyPart();
    marked.setText(html, "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", plain, marked));
  }
}
