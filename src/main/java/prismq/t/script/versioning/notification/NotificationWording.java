package prismq.t.script.versioning.notification;

import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.SectionChanges;
import prismq.t.script.versioning.compare.SectionChanges.SectionChange;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.mail.Mail;
import prismq.t.script.versioning.web.Templates;
import prismq.t.script.versioning.web.Urls;

/** How people are written to about what happened to a script, in their own languages. */
public final class NotificationWording {
  /** Most things that one mail tells of; the page tells of all. */
  private static final int MOST = 50;

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final UnsubscribeLinks links;
  private final Templates templates;
  private final String baseUrl;

  /**
   * Compares versions by the first two.
   *
   * @param links end the mails
   * @param baseUrl what links start with; never what a request calls the server
   */
  public NotificationWording(
      VersionManager versionManager,
      Comparisons comparisons,
      UnsubscribeLinks links,
      Templates templates,
      String baseUrl) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.links = links;
    this.templates = templates;
    this.baseUrl = baseUrl;
  }

  /**
   * What the template of the HTML shows.
   *
   * @param more how many things happened that are not among them
   * @param sections what new versions changed, by scene; none where there are none
   */
  record MailModel(
      String name,
      String title,
      List<Notification> told,
      int more,
      List<SectionChange> sections,
      String baseUrl,
      String unsubscribeUrl) {
    public String url(Notification one) {
      return baseUrl + one.url();
    }

    public String listUrl() {
      return baseUrl + Urls.NOTIFICATIONS;
    }
  }

  /** A mail about what happened to one script, of which there is at least one. */
  Mail mail(Account account, List<Notification> all) {
    Messages.speak(Language.of(account.language()).orElse(Language.ENGLISH));
    Notification first = all.get(0);
    String unsubscribeUrl =
        baseUrl + Urls.UNSUBSCRIBE + links.token(account.id(), first.scriptId());
    MailModel model =
        new MailModel(
            account.name(),
            first.title(),
            all.stream().limit(MOST).toList(),
            Math.max(0, all.size() - MOST),
            sections(all),
            baseUrl,
            unsubscribeUrl);
    return new Mail(
        account.email(),
        subject(all),
        text(model),
        templates.render("notification/mail", Map.of("page", model)),
        unsubscribeUrl);
  }

  private static String subject(List<Notification> all) {
    Notification first = all.get(0);
    String subject =
        all.size() == 1
            ? Messages.text("notification.subject", first.title(), first.sentence())
            : Messages.text("notification.subject_digest", first.title(), all.size());
    return all.stream().anyMatch(Notification::isTurn)
        ? Messages.text("notification.subject_turn", subject)
        : subject;
  }

  private static String text(MailModel model) {
    StringBuilder text = new StringBuilder(Messages.text("notification.hello", model.name));
    text.append("\n\n").append(model.title).append("\n");
    for (Notification one : model.told) {
      text.append("\n").append(one.sentence()).append("\n");
      quoted(text, one);
      text.append(model.url(one)).append("\n");
    }
    if (model.more > 0) {
      text.append("\n").append(more(model)).append("\n");
    }
    if (!model.sections.isEmpty()) {
      text.append("\n").append(Messages.text("notification.by_section")).append("\n");
      model.sections.forEach(section -> text.append(section.told()).append("\n"));
    }
    return text.append("\n")
        .append(Messages.text("notification.footer", model.unsubscribeUrl, model.listUrl()))
        .append("\n")
        .toString();
  }

  private static void quoted(StringBuilder text, Notification one) {
    if (one.shownQuote() != null) {
      text.append("“").append(one.shownQuote()).append("”\n");
    }
    if (one.excerpt() != null) {
      text.append("> ").append(one.excerpt()).append("\n");
    }
  }

  private static String more(MailModel model) {
    return Messages.text("notification.more", model.more);
  }

  /** What the new versions that are told of changed, from before the first to the last. */
  private List<SectionChange> sections(List<Notification> all) {
    List<Notification> versions =
        all.stream().filter(one -> one.kind() == NotificationKind.VERSION).toList();
    if (versions.isEmpty() || all.size() == 1) {
      return List.of();
    }
    String scriptId = versions.get(0).scriptId();
    int last = versions.stream().mapToInt(Notification::versionNumber).max().orElseThrow();
    Version first = versionManager.version(scriptId, versions.get(0).firstVersion());
    if (first.parentVersion() == null) {
      return List.of();
    }
    try {
      return SectionChanges.of(
          comparisons.compare(
              versionManager.version(scriptId, first.parentVersion()),
              versionManager.version(scriptId, last)));
    } catch (DamagedVersionException e) {
      // Nothing is said of a wording that cannot be read.
      return List.of();
    }
  }
}
