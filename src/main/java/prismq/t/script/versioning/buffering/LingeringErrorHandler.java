package prismq.t.script.versioning.buffering;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets clients finish sending what was refused while it was read, such as a header that is too
 * large.
 */
public final class LingeringErrorHandler implements Request.Handler {
  private final Request.Handler errors;
  private final Lingering.Limits limits;

  /**
   * Creates it.
   *
   * @param errors writes the answers
   */
  public LingeringErrorHandler(Request.Handler errors) {
    this(errors, Lingering.Limits.USUAL);
  }

  LingeringErrorHandler(Request.Handler errors, Lingering.Limits limits) {
    this.errors = errors;
    this.limits = limits;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!isUnreadable(request)) {
      return errors.handle(request, response, callback);
    }
    Incoming rest = Incoming.IncomingBytes.of(request);
    return errors.handle(
        request,
        response,
        Callback.from(
            () -> new Lingering(request, rest, limits, callback::succeeded).begin(),
            callback::failed));
  }

  /** Whether Jetty gave up reading it, and so the connection. */
  private static boolean isUnreadable(Request request) {
    return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException
        && !request.getConnectionMetaData().isPersistent();
  }
}
