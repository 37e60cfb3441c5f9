package prismq.t.script.versioning.buffering;

import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to the next handler when its body has arrived as a whole, and takes the
 * answer as fast as that gives it. So a thread works on a request, but never waits for its client,
 * however slowly that sends or reads.
 */
public final class BufferingHandler extends Handler.Wrapper {
  private final ToLongFunction<Request> bodyLimit;
  private final Lingering.Limits lingering;

  /**
   * Creates it.
   *
   * @param bodyLimit of the body of a request, in bytes; of a longer one, reading the rest fails
   *     with the status 413
   */
  public BufferingHandler(ToLongFunction<Request> bodyLimit) {
    this(bodyLimit, Lingering.Limits.USUAL);
  }

  BufferingHandler(ToLongFunction<Request> bodyLimit, Lingering.Limits lingering) {
    this.bodyLimit = bodyLimit;
    this.lingering = lingering;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!hasBody(request)) {
      BufferedAnswer answer = new BufferedAnswer(request, response, callback);
      return super.handle(request, answer, answer);
    }
    BufferedBody body = new BufferedBody(request, bodyLimit.applyAsLong(request));
    BufferedAnswer answer = new BufferedAnswer(body, response, whenSent(body, request, callback));
    body.receive(() -> pass(body, answer));
    return true;
  }

  private Callback whenSent(BufferedBody body, Request request, Callback callback) {
    Callback end = Callback.from(callback, body::close);
    return Callback.from(
        () -> {
          if (body.isRefused()) {
            linger(request, new Incoming.IncomingBody(request), end);
          } else if (body.breakOff() instanceof HttpException) {
            linger(request, Incoming.IncomingBytes.of(request), end);
          } else {
            end.succeeded();
          }
        },
        end::failed);
  }

  private void linger(Request request, Incoming incoming, Callback end) {
    new Lingering(request, incoming, lingering, end::succeeded).begin();
  }

  private static boolean hasBody(Request request) {
    for (HttpField field : request.getHeaders()) {
      if ((field.getHeader() == HttpHeader.CONTENT_LENGTH && field.getLongValue() > 0)
          || field.getHeader() == HttpHeader.TRANSFER_ENCODING) {
        return true;
      }
    }
    return false;
  }

  private void pass(BufferedBody body, BufferedAnswer answer) {
    @Nullable Throwable breakOff = body.breakOff();
    if (breakOff != null) {
      giveUp(body, answer, breakOff);
      return;
    }
    if (body.isRefused()) {
      answer.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    try {
      if (!super.handle(body, answer, answer)) {
        Response.writeError(body, answer, answer, 404);
      }
    } catch (Exception | Error e) {
      try {
        answer.failed(e);
      } catch (IllegalStateException ended) {
        // The client broke off while the work went on, so nobody is left to be told.
      }
    }
  }

  /** Nothing is worked on that has not arrived; whoever may still be there is told. */
  private static void giveUp(BufferedBody body, BufferedAnswer answer, Throwable reason) {
    if (reason instanceof HttpException known) {
      Response.writeError(body, answer, answer, known.getCode());
    } else if (reason instanceof TimeoutException) {
      Response.writeError(body, answer, answer, 408);
    } else {
      answer.failed(reason);
    }
  }
}
