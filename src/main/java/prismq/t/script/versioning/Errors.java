package prismq.t.script.versioning;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.audit.RefusalLog;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.problem.WayOn;
import prismq.t.script.versioning.token.TokenText;
import prismq.t.script.versioning.web.BearerToken;
import prismq.t.script.versioning.web.BrokenOff;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** Turns everything that can go wrong into a page or, under {@code /api}, into JSON. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private static final Set<ProblemKind> TO_LOG =
      EnumSet.of(ProblemKind.UNEXPECTED, ProblemKind.OUT_OF_MEMORY);

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final Pages pages;
  private final RefusalLog refusals;

  Errors(Pages pages, RefusalLog refusals) {
    this.pages = pages;
    this.refusals = refusals;
  }

  /**
   * What the error page shows.
   *
   * @param typed what was typed into a form that cannot be shown again
   */
  record ErrorPage(
      int status,
      String title,
      String message,
      String wayOn,
      String wayOnText,
      List<SentForm.Typed> typed) {}

  /** What the error page shows to guests of share links, with what they typed. */
  record GuestErrorPage(String title, String message, List<SentForm.Typed> typed) {}

  void register(RoutesConfig routes) {
    routes.exception(Problem.class, this::answer);
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(
        HttpException.RuntimeException.class,
        (e, context) -> answer(RequestProblems.of(e), context));
    routes.exception(
        ServletException.class, (e, context) -> answer(RequestProblems.of(context, e), context));
    routes.exception(
        Exception.class, (e, context) -> answer(RequestProblems.unexpected(e), context));
    routes.error(404, context -> answerUnlessDone(context, ProblemKind.NOT_FOUND));
    routes.error(405, context -> answerUnlessDone(context, ProblemKind.METHOD_NOT_ALLOWED));
  }

  private void answerUnlessDone(Context context, ProblemKind kind) {
    if (context.res().getContentType() == null || context.result() == null) {
      answer(new Problem(kind, RequestProblems.NOTHING_HERE), context);
    }
  }

  private void refused(HttpResponseException e, Context context) {
    if (e.getStatus() == 405) {
      String methods = String.join(", ", e.getDetails().values());
      context.header("Allow", methods.replace("GET", "GET, HEAD"));
    }
    answer(RequestProblems.of(e), context);
  }

  private void answer(Problem problem, Context context) {
    Throwable cause = problem.getCause();
    if (TO_LOG.contains(problem.kind()) && (cause == null || !BrokenOff.isCauseOf(cause))) {
      LOG.error("{} {} failed", context.method(), logged(context.path()), cause);
    }
    if (problem.kind() == ProblemKind.FORBIDDEN) {
      refusals.refused(CurrentActor.get(), context.method() + " " + logged(context.path()));
    }
    boolean saves = !READING.contains(context.method());
    String message = saves ? problem.withOutcome() : problem.sentence();
    if (context.path().startsWith("/api/")) {
      json(context, problem, message);
    } else {
      page(context, problem, message);
    }
  }

  /** The address names the script, not its text; the secrets of links and tokens are left out. */
  private static String logged(String path) {
    return TokenText.removed(path).replaceFirst("^/(set-up|invitations|reset|s)/.*", "/$1/…");
  }

  private static void json(Context context, Problem problem, String message) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    String field = problem.field();
    if (field != null) {
      more.put("field", field);
    }
    more.putAll(problem.members());
    if (problem.status() == 401 || problem.status() == 403) {
      BearerToken.ask(context);
    }
    String detail = field == null ? message : field + ": " + message;
    Json.problem(context, problem.status(), problem.title(), detail, more);
  }

  private void page(Context context, Problem problem, String message) {
    if (Urls.isForGuests(context.path())) {
      // There is nowhere to go on to for guests, and no name of anything.
      pages.answer(
          context,
          problem.status(),
          "share/problem",
          new GuestErrorPage(
              problem.title(),
              context.path().startsWith(Urls.SHARED) ? message : problem.sentence(),
              SentForm.typed(context)));
      return;
    }
    WayOn wayOn = wayOn(context, problem);
    pages.answer(
        context,
        problem.status(),
        "error",
        new ErrorPage(
            problem.status(),
            problem.title(),
            message,
            wayOn.url(),
            wayOn.text(),
            SentForm.typed(context)));
  }

  private static WayOn wayOn(Context context, Problem problem) {
    WayOn wayOn = problem.wayOn();
    if (wayOn != null) {
      return wayOn;
    }
    Requester requester = Requester.of(context);
    if (requester instanceof Requester.BeforeSetUp) {
      // There is no account to sign in with; the same page is there as soon as there is one.
      return new WayOn(Urls.SCRIPTS, Messages.text("problem.try_again"));
    }
    if (!Access.may(requester, Right.READ)) {
      return new WayOn(Urls.SIGN_IN, Messages.text("sign_in.title"));
    }
    String scriptId = problem.scriptId();
    if (scriptId == null && problem.status() != 404 && !TokenText.isIn(context.path())) {
      scriptId = Urls.scriptOf(context.path());
    }
    return scriptId == null
        ? new WayOn(Urls.SCRIPTS, Messages.text("problem.see_all_scripts"))
        : new WayOn(Urls.history(scriptId), Messages.text("problem.see_history", scriptId));
  }
}
