package prismq.t.script.versioning.share.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.mail.Mail;
import prismq.t.script.versioning.share.EndingLinks;
import prismq.t.script.versioning.share.ShareLink;

/** A mail to one person about links that end soon, written in the moment in which it is sent. */
final class EndingLinkMail implements Supplier<Optional<Mail>> {
  private static final Logger LOG = LoggerFactory.getLogger(EndingLinkMail.class);

  private final EndingLinks ending;
  private final EndingLinkWording wording;
  private final List<ShareLink> links;
  private List<ShareLink> told = List.of();

  EndingLinkMail(EndingLinks ending, EndingLinkWording wording, List<ShareLink> links) {
    this.ending = ending;
    this.wording = wording;
    this.links = links;
  }

  /** Empty where all of them were told of before. */
  @Override
  public Optional<Mail> get() {
    told = ending.tell(links);
    return told.isEmpty() ? Optional.empty() : Optional.of(wording.mail(told));
  }

  /** Has it tried again later, because it was not sent. */
  void takeBack() {
    try {
      ending.untell(told);
    } catch (RuntimeException e) {
      LOG.warn("A mail about share links that end soon is not tried again: {}", e.getMessage());
    }
  }
}
