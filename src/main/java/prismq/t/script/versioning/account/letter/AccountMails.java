package prismq.t.script.versioning.account.letter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.mail.Mail;
import prismq.t.script.versioning.mail.MailFailure;
import prismq.t.script.versioning.mail.MailQueue;

/** Mails with links that let somebody in. */
public final class AccountMails implements AutoCloseable {
  /** Nobody can fill the mailbox of somebody else. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private static final int MAX_REMEMBERED = 10_000;

  private final MailQueue queue;
  private final Accounts accounts;
  private final Links links;
  private final String baseUrl;
  private final Cache<Long, Boolean> written =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(PAUSE).build();

  /**
   * Sends them by this queue.
   *
   * @param baseUrl what links start with; never what a request calls the server
   */
  public AccountMails(MailQueue queue, Accounts accounts, Links links, String baseUrl) {
    this.queue = queue;
    this.accounts = accounts;
    this.links = links;
    this.baseUrl = baseUrl;
  }

  /**
   * Sends a link for a new password, if there is an account with this address that has one. Whoever
   * asks cannot tell.
   */
  public void forgotten(String email) {
    queue.add(() -> accounts.find(email).filter(this::isToWriteTo).map(this::reset));
  }

  /** Who signs in elsewhere only is let out there, so gets no password here. */
  private boolean isToWriteTo(Account account) {
    return !account.isDisabled()
        && accounts.hasPassword(account)
        && written.asMap().putIfAbsent(account.id(), true) == null;
  }

  private Mail reset(Account account) {
    Messages.speak(Language.of(account.language()).orElse(Language.ENGLISH));
    String url = url(LinkPurpose.RESET, links.reset(account));
    return new Mail(
        account.email(),
        Messages.text("mail.reset_subject"),
        Messages.text("mail.reset", account.name(), url));
  }

  /** Sends an invitation. */
  public void invite(String email, Role role, Secret invitation, String by) {
    Language language = Messages.language();
    queue.add(
        () -> {
          Messages.speak(language);
          String url = url(LinkPurpose.INVITATION, invitation);
          return Optional.of(
              new Mail(
                  email,
                  Messages.text("mail.invitation_subject", by),
                  Messages.text("mail.invitation", by, role.word(), role.meaning(), url)));
        });
  }

  private String url(LinkPurpose purpose, Secret link) {
    return baseUrl + purpose.path(link);
  }

  /** Why the last mail was not sent; empty if it was. */
  public Optional<MailFailure> failure() {
    return queue.failure();
  }

  @Override
  public void close() {
    queue.close();
  }
}
