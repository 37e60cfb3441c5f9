package prismq.t.script.versioning.buffering;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is taken at once and sent as fast as the client reads. It is also told that the
 * work on it is done, and tells so when all is sent.
 */
final class BufferedAnswer extends Response.Wrapper implements Callback {
  private static final int SLICE_BYTES = 64 * 1024;

  private final Callback whenSent;
  private final Sending sending = new Sending();
  private final Spool waiting = new Spool();

  /** What is being taken, as long as that lasts. */
  private @Nullable ByteBuffer current;

  private boolean isLastGiven;
  private boolean isLastSent;
  private boolean isDone;
  private boolean isTold;
  private @Nullable Throwable failure;

  BufferedAnswer(Request request, Response response, Callback whenSent) {
    super(request, response);
    this.whenSent = whenSent;
  }

  @Override
  public void write(boolean last, @Nullable ByteBuffer content, Callback whenTaken) {
    ByteBuffer given = content == null ? BufferUtil.EMPTY_BUFFER : content;
    @Nullable Throwable problem = take(last, given);
    if (problem == null) {
      whenTaken.succeeded();
    } else {
      whenTaken.failed(problem);
    }
  }

  private @Nullable Throwable take(boolean last, ByteBuffer given) {
    try {
      synchronized (this) {
        if (failure != null) {
          return failure;
        }
        if (last && !isCommitted() && !getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
          // Jetty would know it too, were it not given in slices.
          if (given.remaining() > SLICE_BYTES) {
            getHeaders().put(HttpHeader.CONTENT_LENGTH, given.remaining());
          }
        }
        isLastGiven |= last;
        if (waiting.size() == 0) {
          current = given;
        } else {
          waiting.append(given);
        }
      }
      // A client that reads as fast takes all of it now, without a further copy.
      sending.iterate();
      synchronized (this) {
        if (current != null) {
          waiting.append(current);
          current = null;
        }
        return failure;
      }
    } catch (IOException e) {
      fail(e);
      return e;
    }
  }

  private synchronized void fail(Throwable reason) {
    failure = failure == null ? reason : failure;
    current = null;
    waiting.close();
  }

  @Override
  public void succeeded() {
    done();
  }

  @Override
  public void failed(Throwable reason) {
    fail(reason);
    done();
  }

  private void done() {
    boolean isBroken;
    synchronized (this) {
      isDone = true;
      isBroken = sending.isFailed();
    }
    if (isBroken) {
      tell();
    } else {
      sending.iterate();
    }
  }

  private void tell() {
    @Nullable Throwable reason;
    synchronized (this) {
      if (isTold) {
        return;
      }
      isTold = true;
      reason = failure;
      waiting.close();
    }
    if (reason == null) {
      whenSent.succeeded();
    } else {
      whenSent.failed(reason);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  /** Sends slice by slice, each when the one before has left. */
  private final class Sending extends IteratingCallback {
    @Override
    protected Action process() throws IOException {
      ByteBuffer slice;
      boolean last;
      synchronized (BufferedAnswer.this) {
        slice = next();
        last = isLastGiven && waiting.size() == 0 && current == null;
        boolean isToSend = slice.hasRemaining() || (last && !isLastSent && !isDone);
        if (failure != null || !isToSend) {
          return isDone ? Action.SUCCEEDED : Action.IDLE;
        }
        isLastSent |= last;
      }
      getWrapped().write(last, slice, this);
      return Action.SCHEDULED;
    }

    private ByteBuffer next() throws IOException {
      @Nullable ByteBuffer given = current;
      if (given == null) {
        return waiting.take(SLICE_BYTES);
      }
      byte[] bytes = new byte[Math.min(SLICE_BYTES, given.remaining())];
      given.get(bytes);
      if (!given.hasRemaining()) {
        current = null;
      }
      return ByteBuffer.wrap(bytes);
    }

    @Override
    protected void onCompleteSuccess() {
      tell();
    }

    @Override
    protected void onCompleteFailure(Throwable reason) {
      boolean isToTell;
      synchronized (BufferedAnswer.this) {
        fail(reason);
        isToTell = isDone;
      }
      if (isToTell) {
        tell();
      }
    }
  }
}
