package prismq.t.script.versioning.buffering;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body is here already, or as much of it as is taken. */
final class BufferedBody extends Request.Wrapper {
  private static final int CHUNK_BYTES = 64 * 1024;

  private final long limit;
  private final Spool bytes = new Spool();
  private Runnable whenReceived = () -> {};
  private HttpException.@Nullable RuntimeException failure;
  private boolean isUnread;
  private @Nullable Throwable breakOff;

  /**
   * Wraps a request.
   *
   * @param limit of its body, in bytes
   */
  BufferedBody(Request request, long limit) {
    super(request);
    this.limit = limit;
  }

  /** Has work done as soon as the body has arrived: at once, or later by another thread. */
  void receive(Runnable work) {
    whenReceived = work;
    if (getWrapped().getLength() > limit) {
      failure = tooLarge();
      isUnread = true;
    }
    if (failure != null || isWhole()) {
      work.run();
    } else {
      getWrapped().demand(this::receiveMore);
    }
  }

  private void receiveMore() {
    if (isWhole()) {
      // Not here, where Jetty would tell nothing more of this request until the work is done.
      getWrapped().getContext().execute(whenReceived);
    } else {
      getWrapped().demand(this::receiveMore);
    }
  }

  /** Takes what has arrived; false if more is to come. */
  private boolean isWhole() {
    while (true) {
      Content.@Nullable Chunk chunk = getWrapped().read();
      if (chunk == null) {
        return false;
      }
      if (Content.Chunk.isFailure(chunk)) {
        breakOff = chunk.getFailure();
        return true;
      }
      try {
        bytes.append(chunk.getByteBuffer());
      } catch (IOException e) {
        failure = new HttpException.RuntimeException(507, "No room for the body", e);
        bytes.close();
        return true;
      } finally {
        chunk.release();
      }
      if (bytes.size() > limit) {
        failure = tooLarge();
        bytes.close();
        return true;
      }
      if (chunk.isLast()) {
        return true;
      }
    }
  }

  private static HttpException.RuntimeException tooLarge() {
    return new HttpException.RuntimeException(413, "The body is too large");
  }

  /** Why the client will send nothing more, though the body is not whole; null if it is. */
  @Nullable Throwable breakOff() {
    return breakOff;
  }

  @Override
  public Content.Chunk read() {
    try {
      ByteBuffer next = bytes.take(CHUNK_BYTES);
      if (next.hasRemaining()) {
        return Content.Chunk.from(next, failure == null && bytes.size() == 0);
      }
    } catch (IOException e) {
      return Content.Chunk.from(e);
    }
    return failure == null ? Content.Chunk.EOF : Content.Chunk.from(failure);
  }

  @Override
  public void demand(Runnable whenAvailable) {
    // All that will ever be available is.
    getContext().execute(whenAvailable);
  }

  /** Whether the client may be sending what is not taken. */
  boolean isRefused() {
    return failure != null && !(isUnread && isSentWhenAsked());
  }

  /** Whether the client sends its body only when it is told to. */
  private boolean isSentWhenAsked() {
    return getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
  }

  @Override
  public boolean consumeAvailable() {
    // What comes of a refused body is dropped later, after the answer.
    return failure == null && super.consumeAvailable();
  }

  /** Gives its room back; what was not read by then is lost. */
  void close() {
    bytes.close();
  }
}
