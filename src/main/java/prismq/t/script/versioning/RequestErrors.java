package prismq.t.script.versioning;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.BrokenOff;

/** Answers requests so broken that they never reach a route, such as those of a broken address. */
final class RequestErrors {
  private static final Logger LOG = LoggerFactory.getLogger(RequestErrors.class);

  private RequestErrors() {}

  /** Answers with a problem (RFC 9457), since of such a request not even the path may be known. */
  static boolean answer(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, problem(response.getStatus()), callback);
    return true;
  }

  /** Answers in the same way where the Java machine fails during a request. */
  static void answer(HttpServletResponse response, Error error) {
    LOG.error("A request failed", error);
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(500);
    // What was to be sent may have been compressed; this is not.
    response.setHeader("Content-Encoding", null);
    response.setHeader("ETag", null);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/problem+json");
    try {
      response.getOutputStream().write(problem(500).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (!BrokenOff.isCauseOf(e)) {
        LOG.error("The answer to it failed", e);
      }
    }
  }

  /** In English, as all JSON is; the thread may have answered a page in another language before. */
  private static String problem(int status) {
    Messages.speak(Language.ENGLISH);
    return "{\"type\":\"about:blank\",\"title\":\""
        + (status < 500 ? ProblemKind.BAD_REQUEST : ProblemKind.UNEXPECTED).title()
        + "\",\"status\":"
        + status
        + ",\"detail\":\""
        + sentence(status)
        + "\"}";
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400 ->
          "The request is not correct HTTP. Its lines must end with CR LF; in its address every %"
              + " is followed by two hexadecimal digits, and what they stand for is UTF-8.";
      case 408 -> "The request took too long to arrive. Send it again.";
      case 414 -> "The address is too long.";
      case 431 -> "The headers of the request are too large.";
      default ->
          status < 500
              ? "The request is not correct HTTP."
              : "This is a fault of the server. What was saved before is unchanged.";
    };
  }
}
