package prismq.t.script.versioning;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.core.passage.BrokenPassagesException;
import prismq.t.script.versioning.core.text.NotTextException;
import prismq.t.script.versioning.db.BusyException;
import prismq.t.script.versioning.history.ArchivedBranchException;
import prismq.t.script.versioning.history.ContentTooLargeException;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.IdempotencyKeyReusedException;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.NameTakenException;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.NothingToMergeException;
import prismq.t.script.versioning.history.StaleBaseException;
import prismq.t.script.versioning.report.PdfBusyException;
import prismq.t.script.versioning.report.ReportTooLongException;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.ForbiddenException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.OutOfMemoryException;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Urls;

/** Turns everything that can go wrong into a page or, under {@code /api}, into a problem. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final Pages pages;

  Errors(Pages pages) {
    this.pages = pages;
  }

  /** What the error page shows. */
  record ErrorPage(int status, String title, String message, String wayOn, String wayOnText) {}

  void register(RoutesConfig routes) {
    on(routes, NotFoundException.class, 404, "Not found");
    on(routes, InvalidInputException.class, 422, "That cannot be kept");
    on(routes, NotTextException.class, 422, "That is not a text");
    on(routes, ContentTooLargeException.class, 413, "That is too large");
    on(routes, NameTakenException.class, 409, "That name is taken");
    on(routes, StaleBaseException.class, 409, "Somebody saved meanwhile");
    on(routes, ArchivedBranchException.class, 409, "That branch is archived");
    on(routes, NothingToMergeException.class, 409, "Nothing to do");
    on(routes, IdempotencyKeyReusedException.class, 422, "That key was used before");
    on(routes, DamagedVersionException.class, 500, "This version is damaged");
    on(routes, BrokenPassagesException.class, 500, "The search index is damaged");
    on(routes, BusyException.class, 503, "The database is busy");
    on(routes, PdfBusyException.class, 503, "Another PDF is being made");
    on(routes, ReportTooLongException.class, 422, "That is too long for a PDF");
    on(routes, ForbiddenException.class, 403, "Not allowed");
    on(routes, BadRequestException.class, 400, "That cannot be understood");
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(HttpException.RuntimeException.class, this::broken);
    routes.exception(ServletException.class, this::brokenForm);
    routes.exception(OutOfMemoryException.class, this::outOfMemory);
    routes.exception(Exception.class, this::unexpected);
    routes.error(404, context -> answerUnlessDone(context, 404));
    routes.error(405, context -> answerUnlessDone(context, 405));
  }

  private <X extends RuntimeException> void on(
      RoutesConfig routes, Class<X> type, int status, String title) {
    routes.exception(
        type,
        (e, context) ->
            answer(context, status, title, String.valueOf(e.getMessage()), more(e), scriptOf(e)));
  }

  private static Map<String, Object> more(RuntimeException e) {
    Map<String, Object> more = new LinkedHashMap<>();
    if (e instanceof InvalidInputException invalid) {
      more.put("field", invalid.field());
    } else if (e instanceof NotTextException || e instanceof ContentTooLargeException) {
      more.put("field", "content");
    } else if (e instanceof StaleBaseException stale) {
      more.put("head_version", stale.headVersion());
    }
    return more;
  }

  private static @Nullable String scriptOf(RuntimeException e) {
    if (e instanceof NotFoundException notFound) {
      return notFound.scriptId();
    }
    if (e instanceof ArchivedBranchException archived) {
      return archived.scriptId();
    }
    if (e instanceof NothingToMergeException nothing) {
      return nothing.scriptId();
    }
    return e instanceof DamagedVersionException damaged ? damaged.scriptId() : null;
  }

  /** What Jetty throws where a body does not come through. */
  private void broken(HttpException.RuntimeException e, Context context) {
    String message =
        e.getCode() == 408
            ? "The request took too long to arrive, so nothing was saved. Send it again."
            : "The request did not come through whole, so nothing was saved. Send it again.";
    answer(context, e.getCode(), titleOf(e.getCode()), message, Map.of(), null);
  }

  /** What Jetty throws where it cannot take a form apart. */
  private void brokenForm(ServletException e, Context context) {
    boolean tooLarge = false;
    boolean broken = false;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      // Others of this type are forms that do not say where their parts end.
      tooLarge |=
          cause instanceof IllegalStateException
              && String.valueOf(cause.getMessage()).contains("exceeded");
      broken |= cause instanceof HttpException;
    }
    if (tooLarge) {
      String message =
          "This is far more than is taken at once, so nothing was saved. Send a shorter text, or have"
              + " whoever runs the server raise --size-limit.";
      answer(context, 413, titleOf(413), message, Map.of(), null);
    } else if (broken) {
      String message = "The form did not come through whole, so nothing was saved. Send it again.";
      answer(context, 400, titleOf(400), message, Map.of(), null);
    } else {
      unexpected(e, context);
    }
  }

  private void refused(HttpResponseException e, Context context) {
    if (e.getStatus() == 405) {
      String methods = String.join(", ", e.getDetails().values());
      context.header("Allow", methods.replace("GET", "GET, HEAD"));
    }
    answer(context, e.getStatus(), titleOf(e.getStatus()), sentence(e), Map.of(), null);
  }

  private void outOfMemory(OutOfMemoryException e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    String message = String.valueOf(e.getMessage());
    answer(context, 503, "The server is out of memory", message, Map.of(), null);
  }

  private void unexpected(Exception e, Context context) {
    // The address names the script, not its text.
    LOG.error("{} {} failed", context.method(), context.path(), e);
    answer(
        context,
        500,
        "Something went wrong here",
        "This is a fault of the server, not yours. Nothing was saved by this request; what was saved"
            + " before is as it was. The server's log says more.",
        Map.of(),
        null);
  }

  private void answerUnlessDone(Context context, int status) {
    if (context.res().getContentType() == null || context.result() == null) {
      answer(context, status, titleOf(status), "There is nothing at this address.", Map.of(), null);
    }
  }

  private static String titleOf(int status) {
    return switch (status) {
      case 404 -> "Not found";
      case 405 -> "Not possible here";
      case 413 -> "That is too large";
      case 415 -> "That is not JSON";
      default -> status < 500 ? "That cannot be understood" : "Something went wrong here";
    };
  }

  private static String sentence(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "There is nothing at this address.";
      case 405 ->
          "There is nothing at this address that can be had in this way; it takes only "
              + String.join(", ", e.getDetails().values())
              + ". Nothing was done.";
      default -> e.getMessage() + ".";
    };
  }

  /**
   * Whoever wanted to save is told what became of it, also where the message is about its cause.
   */
  private static String withOutcome(Context context, int status, String message) {
    boolean saves =
        context.method().equals(HandlerType.POST) || context.method().equals(HandlerType.PATCH);
    return saves && status < 500 && !message.toLowerCase(Locale.ROOT).contains("nothing was")
        ? message + " Nothing was saved."
        : message;
  }

  private void answer(
      Context context,
      int status,
      String title,
      String said,
      Map<String, ?> more,
      @Nullable String scriptId) {
    String message = withOutcome(context, status, said);
    if (context.path().startsWith("/api/")) {
      Object field = more.get("field");
      String detail = field == null ? message : field + ": " + message;
      Json.problem(context, status, title, detail, more);
      return;
    }
    pages.answer(
        context,
        status,
        "error",
        scriptId == null
            ? new ErrorPage(status, title, message, Urls.SCRIPTS, "See all scripts")
            : new ErrorPage(
                status, title, message, Urls.history(scriptId), "See the history of " + scriptId));
  }
}
