package prismq.t.script.versioning.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/**
 * What a guest's page shows of decisions: those of its link, and the form for one's own.
 *
 * @param url where one is sent
 * @param version the version that is shown, so that nothing is said of another one
 * @param hidesNames whether people of the server are not named
 * @param member the name of the account that the guest has; null where that is not known
 * @param author the name that the form starts with; may be empty
 */
public record GuestDecision(
    String url,
    int version,
    boolean hidesNames,
    @Nullable String member,
    String author,
    List<GuestVerdict> given,
    SentGuestVerdict sent) {
  /** What can be decided. */
  public List<Verdict> offered() {
    return Verdict.deciding();
  }

  /** Who decided, as far as guests are told. */
  public String authorOf(GuestVerdict verdict) {
    return hidesNames && !verdict.isGuest() ? Messages.text("share.team") : verdict.author();
  }
}
