package prismq.t.script.versioning.buffering;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What a client still sends. */
interface Incoming {
  /** Nothing more comes. */
  int END = -1;

  /** Drops what has arrived; the number of bytes, 0 if there is none at the moment, or the end. */
  int drop();

  /** Has work done as soon as more has arrived, or no more will. */
  void whenMore(Runnable work);

  /** The rest of the body of a request. */
  record IncomingBody(Request request) implements Incoming {
    @Override
    public int drop() {
      Content.@Nullable Chunk chunk = request.read();
      if (chunk == null) {
        return 0;
      }
      int bytes = chunk.remaining();
      boolean isLast = chunk.isLast() || Content.Chunk.isFailure(chunk);
      chunk.release();
      return isLast ? END : bytes;
    }

    @Override
    public void whenMore(Runnable work) {
      request.demand(work);
    }
  }

  /** Everything on a connection, where nobody can tell any more what belongs to a request. */
  record IncomingBytes(EndPoint connection) implements Incoming {
    private static final int BLOCK_BYTES = 16 * 1024;

    /** All on the connection of a request. */
    static IncomingBytes of(Request request) {
      return new IncomingBytes(request.getConnectionMetaData().getConnection().getEndPoint());
    }

    @Override
    public int drop() {
      ByteBuffer block = BufferUtil.allocate(BLOCK_BYTES);
      try {
        return connection.fill(block);
      } catch (IOException e) {
        return END;
      }
    }

    @Override
    public void whenMore(Runnable work) {
      connection.fillInterested(Callback.from(work, failure -> work.run()));
    }
  }
}
