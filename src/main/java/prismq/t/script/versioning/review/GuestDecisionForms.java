package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Consumer;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.guest.KnownGuest;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** Takes what guests of share links decide by forms, and gathers what their pages show of it. */
public final class GuestDecisionForms {
  private static final FormFields FIELDS = FormFields.of("verdict", "comment", "author");

  private final GuestVerdicts verdicts;

  /** Takes forms for these verdicts. */
  public GuestDecisionForms(GuestVerdicts verdicts) {
    this.verdicts = verdicts;
  }

  /**
   * What a guest's page shows.
   *
   * @param hidesNames whether people of the server are not named
   * @param sent what was sent and could not be saved
   */
  public GuestDecision of(Guest guest, Version version, boolean hidesNames, SentGuestVerdict sent) {
    KnownGuest known = verdicts.known(guest);
    return new GuestDecision(
        Urls.shared(guest.shareLinkId()) + "/verdicts",
        version.versionNumber(),
        hidesNames,
        known.isMember() ? known.name() : null,
        sent.author().isEmpty() ? known.name() : sent.author(),
        verdicts.ofLink(guest, version),
        sent);
  }

  /**
   * Takes what a guest decided about the version that is shown.
   *
   * @param again shows the page with what was typed
   */
  public void give(
      Context context,
      Guest guest,
      String scriptId,
      Version version,
      Consumer<SentGuestVerdict> again) {
    FIELDS.attempt(
        () -> {
          if (SentForm.versionNumber(context, "version") != version.versionNumber()) {
            throw new Problem(
                ProblemKind.REVIEW_LAPSED,
                FilledMessage.of("share.decided_before"),
                FilledMessage.of("share.decided_before_next"));
          }
          Verdict verdict = Verdict.named(SentForm.stripped(context, "verdict"));
          String comment = SentForm.stripped(context, "comment");
          verdicts.give(
              scriptId,
              guest,
              version,
              AuthorName.sent(context),
              new NewVerdict(verdict, comment, Scores.NONE));
          context.redirect(Urls.shared(guest.shareLinkId()) + "#decision", HttpStatus.SEE_OTHER);
        },
        problem -> again.accept(SentGuestVerdict.of(context, problem)));
  }
}
