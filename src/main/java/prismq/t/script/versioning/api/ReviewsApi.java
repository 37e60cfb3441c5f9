package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.review.Candidates;
import prismq.t.script.versioning.review.GuestVerdict;
import prismq.t.script.versioning.review.GuestVerdicts;
import prismq.t.script.versioning.review.NewReview;
import prismq.t.script.versioning.review.NewVerdict;
import prismq.t.script.versioning.review.PassingOn;
import prismq.t.script.versioning.review.ReviewNumber;
import prismq.t.script.versioning.review.ReviewView;
import prismq.t.script.versioning.review.Reviewing;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.review.Scores;
import prismq.t.script.versioning.review.Verdict;
import prismq.t.script.versioning.web.Json;

/** The API's calls on reviews. */
public final class ReviewsApi {
  private static final String REVIEWERS = "reviewers";
  private static final String DEADLINE = "deadline";
  private static final Set<String> OF_A_REVIEWER = Set.of("email", "group", "role", "weight");

  private final VersionManager versionManager;
  private final Candidates candidates;
  private final Reviews reviews;
  private final Reviewing reviewing;
  private final GuestVerdicts guestVerdicts;
  private final PassingOn passingOn;

  /** Reads by the first three, and does what is asked by the others. */
  public ReviewsApi(
      VersionManager versionManager,
      Candidates candidates,
      Reviews reviews,
      Reviewing reviewing,
      GuestVerdicts guestVerdicts,
      PassingOn passingOn) {
    this.versionManager = versionManager;
    this.candidates = candidates;
    this.reviews = reviews;
    this.reviewing = reviewing;
    this.guestVerdicts = guestVerdicts;
    this.passingOn = passingOn;
  }

  /** All reviews of a version, and what guests of share links decided about it. */
  record ReviewList(List<ReviewJson> reviews, List<GuestVerdictJson> guestVerdicts) {}

  /**
   * What a guest of a share link decided.
   *
   * @param guest whether it is not known whose account they have
   */
  record GuestVerdictJson(
      String name, boolean guest, String verdict, String comment, String givenAt) {
    static GuestVerdictJson of(GuestVerdict given) {
      return new GuestVerdictJson(
          given.author(),
          given.isGuest(),
          given.verdict().word(),
          given.comment(),
          ApiTime.format(given.givenAt()));
    }
  }

  /** Answers with the reviews of a version, newest first. */
  public void list(Context context) {
    Version version = version(context);
    boolean showsEmails = showsEmails(context);
    Json.answer(
        context,
        200,
        new ReviewList(
            reviews.ofVersion(version.scriptId(), version.versionNumber()).stream()
                .map(view -> ReviewJson.of(view, showsEmails))
                .toList(),
            guestVerdicts.ofVersion(version.scriptId(), version.versionNumber()).stream()
                .map(GuestVerdictJson::of)
                .toList()));
  }

  /** Asks for a review of a version. */
  public void ask(Context context) {
    JsonBody body = JsonBody.read(context, List.of(REVIEWERS, DEADLINE, "message", "from_version"));
    Version version = version(context);
    Requester requester = Requester.of(context);
    Reviewing.required(requester);
    List<NewReview.AskedPerson> people = new ArrayList<>();
    body.present(REVIEWERS);
    for (Map<String, Object> one : body.optionalObjects(REVIEWERS)) {
      people.addAll(people(version.scriptId(), one));
    }
    @Nullable String message = body.optionalText("message");
    ReviewView asked =
        reviewing.ask(
            requester,
            version.scriptId(),
            new NewReview(
                body.optionalVersionNumber("from_version"),
                version.versionNumber(),
                people,
                deadline(body),
                message == null ? "" : message));
    context.header("Location", ApiUrls.review(version.scriptId(), asked.review().number()));
    answer(context, 201, asked);
  }

  /** A day is meant to its end in UTC. */
  private static @Nullable Instant deadline(JsonBody body) {
    @Nullable String text = body.optionalText(DEADLINE);
    return text != null && text.length() == 10
        ? NewReview.endOf(text)
        : body.optionalTime(DEADLINE);
  }

  private List<NewReview.AskedPerson> people(String scriptId, Map<String, Object> sent) {
    Object role = sent.get("role");
    Object weight = sent.get("weight");
    boolean isGroup = sent.containsKey("group");
    boolean isOne =
        OF_A_REVIEWER.containsAll(sent.keySet())
            && isGroup != sent.containsKey("email")
            && sent.get(isGroup ? "group" : "email") instanceof String
            && (role == null || role instanceof String)
            && (weight == null || weight instanceof Integer);
    if (!isOne) {
      throw new InvalidInputException(
          REVIEWERS,
          "Each has an email or a group, and may have a role and a whole weight:"
              + " {\"email\": \"…\", \"role\": \"grammar\", \"weight\": 2}.");
    }
    String group = isGroup ? String.valueOf(sent.get("group")) : "";
    return (isGroup ? members(scriptId, group) : person(scriptId, sent.get("email")))
        .stream()
            .map(
                account ->
                    new NewReview.AskedPerson(
                        account,
                        group,
                        role == null ? "" : (String) role,
                        weight == null ? 1 : (Integer) weight))
            .toList();
  }

  private List<Account> person(String scriptId, @Nullable Object email) {
    String address = String.valueOf(email);
    return candidates
        .person(scriptId, address)
        .map(List::of)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    REVIEWERS,
                    "Nobody with the e-mail address " + address + " may comment on this script."));
  }

  private List<Account> members(String scriptId, String group) {
    List<Account> members = candidates.members(scriptId, group);
    if (members.isEmpty()) {
      throw new InvalidInputException(
          REVIEWERS, "There is no group “" + group + "” with anybody who may comment here.");
    }
    return members;
  }

  /** Answers with one review. */
  public void show(Context context) {
    answer(context, 200, reviews.view(context.pathParam("script_id"), ReviewNumber.of(context)));
  }

  /** Takes a verdict; the later one of a person counts. */
  public void give(Context context) {
    JsonBody body = JsonBody.read(context, List.of("verdict", "comment", "scores"));
    Verdict verdict = Verdict.named(body.text("verdict"));
    @Nullable String comment = body.optionalText("comment");
    answer(
        context,
        201,
        reviewing.give(
            Requester.of(context),
            context.pathParam("script_id"),
            ReviewNumber.of(context),
            new NewVerdict(
                verdict,
                comment == null ? "" : comment,
                Scores.checked(body.optionalObject("scores")))));
  }

  /** Passes the turn in a review on. */
  public void pass(Context context) {
    String scriptId = context.pathParam("script_id");
    JsonBody body = JsonBody.read(context, List.of("email"));
    Account to = person(scriptId, body.text("email")).get(0);
    answer(
        context,
        200,
        passingOn.pass(Requester.of(context), scriptId, ReviewNumber.of(context), to));
  }

  /** Closes a review. */
  public void close(Context context) {
    answer(
        context,
        200,
        reviewing.close(
            Requester.of(context), context.pathParam("script_id"), ReviewNumber.of(context)));
  }

  private static void answer(Context context, int status, ReviewView view) {
    Json.answer(context, status, ReviewJson.of(view, showsEmails(context)));
  }

  private static boolean showsEmails(Context context) {
    return Access.may(Requester.of(context), Right.WRITE, Thing.of(context));
  }

  private Version version(Context context) {
    return versionManager.view(
        context.pathParam("script_id"), view -> VersionNumbers.find(view, context));
  }
}
