package prismq.t.script.versioning.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a server and gives on what is said, but for the answer to the first request that
 * begins so: there the connection breaks, after the server has done what it was asked for. For
 * clients with a connection for each request.
 */
final class AnswerLosingProxy implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
  private static final String END_OF_HEADERS = "\r\n\r\n";

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int port;
  private final String start;
  private volatile boolean hasLost;

  AnswerLosingProxy(String server, String start) throws IOException {
    this.port = URI.create(server).getPort();
    this.start = start;
    Thread thread = new Thread(this::serve, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** Whether an answer was lost. */
  boolean hasLost() {
    return hasLost;
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket client = door.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        byte[] request = request(client.getInputStream());
        server.getOutputStream().write(request);
        byte[] answer = server.getInputStream().readAllBytes();
        if (!hasLost && text(request).startsWith(start)) {
          hasLost = true;
        } else {
          client.getOutputStream().write(answer);
        }
      } catch (IOException e) {
        // The client sees that the connection is gone.
      }
    }
  }

  private static byte[] request(InputStream in) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    while (!isWhole(request.toByteArray())) {
      byte[] some = new byte[8_192];
      int count = in.read(some);
      if (count < 0) {
        throw new IOException("the client went away");
      }
      request.write(some, 0, count);
    }
    return request.toByteArray();
  }

  private static boolean isWhole(byte[] request) {
    String text = text(request);
    int end = text.indexOf(END_OF_HEADERS);
    Matcher length = LENGTH.matcher(text);
    int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return end >= 0 && request.length >= end + END_OF_HEADERS.length() + body;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
