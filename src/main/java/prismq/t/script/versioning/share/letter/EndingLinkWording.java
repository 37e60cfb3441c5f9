package prismq.t.script.versioning.share.letter;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.mail.Mail;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.web.Urls;

/** How people are written about links that end soon, in their own languages and time zones. */
public final class EndingLinkWording {
  private final Accounts accounts;
  private final VersionManager versionManager;
  private final String baseUrl;

  /**
   * Names people and scripts by these.
   *
   * @param baseUrl what links start with; never what a request calls the server
   */
  public EndingLinkWording(Accounts accounts, VersionManager versionManager, String baseUrl) {
    this.accounts = accounts;
    this.versionManager = versionManager;
    this.baseUrl = baseUrl;
  }

  /** A mail about links of one person, of which there is at least one. */
  Mail mail(List<ShareLink> links) {
    Account maker = accounts.account(links.get(0).makerId());
    Messages.speak(Language.of(maker.language()).orElse(Language.ENGLISH));
    LocalTimes times = new LocalTimes(maker.timeZone());
    String told = links.stream().map(link -> line(link, times)).collect(Collectors.joining("\n"));
    return new Mail(
        maker.email(),
        Messages.count("mail.ending_subject", links.size(), Integer.toString(links.size())),
        Messages.text("mail.ending", maker.name(), told, baseUrl + Urls.MY_LINKS));
  }

  private String line(ShareLink link, LocalTimes times) {
    String title = versionManager.script(link.scriptId()).title();
    String end = times.shown(Objects.requireNonNull(link.terms().expiresAt()));
    String note = link.terms().note();
    return note.isEmpty()
        ? Messages.text("mail.ending_link", title, end)
        : Messages.text("mail.ending_noted_link", title, end, note);
  }
}
