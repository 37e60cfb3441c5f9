package prismq.t.script.versioning.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that asks for page after page. The JDK's own client would take more time than the
 * server it is to measure.
 */
final class KeepAliveConnection implements AutoCloseable {
  private static final int MAX_SILENCE_MILLISECONDS = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String headers;

  KeepAliveConnection(int port) throws IOException {
    this(port, "");
  }

  /**
   * Connects.
   *
   * @param headers sent with each request, each with its line end
   */
  KeepAliveConnection(int port, String headers) throws IOException {
    this.headers = headers;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(MAX_SILENCE_MILLISECONDS);
    in = new BufferedInputStream(socket.getInputStream(), 65_536);
    out = socket.getOutputStream();
  }

  /**
   * Asks for a page as a browser does, compressed, and reads all of it.
   *
   * @return number of bytes of the body as they came
   * @throws IOException where the answer is not 200
   */
  long get(String target) throws IOException {
    out.write(
        ("GET "
                + target
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
                + headers
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    String status = line();
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      }
    }
    if (chunked) {
      length = skipChunks();
    } else {
      in.skipNBytes(length);
    }
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(target + " was answered with " + status);
    }
    return length;
  }

  private long skipChunks() throws IOException {
    long sum = 0;
    long size;
    do {
      size = Long.parseLong(line().replaceFirst(";.*", "").strip(), 16);
      in.skipNBytes(size);
      line();
      sum += size;
    } while (size > 0);
    return sum;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
