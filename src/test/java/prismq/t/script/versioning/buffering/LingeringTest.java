package prismq.t.script.versioning.buffering;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LingeringTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String WORDS = "It is too large.";
  private static final int MEGABYTE = 1_000_000;
  private static final String LENGTH = "Content-Length: 8000000\r\n\r\n";
  private static final String CHUNK = "Transfer-Encoding: chunked\r\n\r\n7A1200\r\n";

  private final Server server = new Server();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Socket client;

  /** Refuses every body of more than a thousand bytes. */
  private void serve(Lingering.Limits limits) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(LONG.toMillis());
    connector.addBean(
        new Connection.Listener() {
          @Override
          public void onClosed(Connection connection) {
            closed.countDown();
          }
        });
    server.addConnector(connector);
    BufferingHandler buffering = new BufferingHandler(request -> 1_000, limits);
    buffering.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(413);
            response.write(true, ByteBuffer.wrap(WORDS.getBytes(ISO_8859_1)), callback);
            return true;
          }
        });
    server.setHandler(buffering);
    server.start();
    client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    client.setSoTimeout(60_000);
  }

  @AfterEach
  void stop() throws Exception {
    client().close();
    server.stop();
  }

  private Socket client() {
    return Objects.requireNonNull(client);
  }

  private void send(String part) throws IOException {
    client().getOutputStream().write(part.getBytes(ISO_8859_1));
  }

  private void send(int bytes) throws IOException {
    client().getOutputStream().write(new byte[bytes]);
  }

  /** Reads as far as the answer goes, and not whether the connection ends there. */
  private String answer() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (!all.toString(ISO_8859_1).endsWith(WORDS)) {
      int next = client().getInputStream().read();
      assertThat(next).as(all.toString(ISO_8859_1)).isNotNegative();
      all.write(next);
    }
    return all.toString(ISO_8859_1);
  }

  private void sendUntilCutOff() {
    assertThatThrownBy(
            () -> {
              while (true) {
                send(MEGABYTE);
              }
            })
        .isInstanceOf(IOException.class);
  }

  private boolean isClosedByServer() throws InterruptedException {
    return closed.await(60, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {LENGTH, CHUNK})
  void aClientThatReadsOnlyWhenItHasSentAllGetsTheWholeAnswer(String head) throws Exception {
    serve(Lingering.Limits.USUAL);
    send("POST / HTTP/1.1\r\nHost: here\r\n" + head);
    send(8 * MEGABYTE);
    assertThat(answer()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    assertThat(client().getInputStream().read()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {LENGTH, CHUNK})
  void aClientThatGoesOnSendingAfterTheAnswerIsNotInterrupted(String head) throws Exception {
    serve(new Lingering.Limits(Long.MAX_VALUE, LONG, LONG));
    send("POST / HTTP/1.1\r\nHost: here\r\n" + head);
    send(2_000);
    assertThat(answer()).startsWith("HTTP/1.1 413 ");
    send(8 * MEGABYTE - 2_000);
    send(head.equals(CHUNK) ? "\r\n0\r\n\r\n" : "");
    assertThat(client().getInputStream().read()).isEqualTo(-1);
    client().shutdownOutput();
    assertThat(isClosedByServer()).isTrue();
  }

  @Test
  void aClientThatSendsTooMuchIsCutOff() throws Exception {
    serve(new Lingering.Limits(5L * MEGABYTE, LONG, LONG));
    send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 8000000000000\r\n\r\n");
    sendUntilCutOff();
  }

  @Test
  void aClientThatSendsForTooLongIsCutOff() throws Exception {
    serve(new Lingering.Limits(Long.MAX_VALUE, SHORT, LONG));
    send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 8000000000000\r\n\r\n");
    sendUntilCutOff();
  }

  @Test
  void aClientThatSendsNothingMoreIsCutOff() throws Exception {
    serve(new Lingering.Limits(Long.MAX_VALUE, LONG, SHORT));
    send("POST / HTTP/1.1\r\nHost: here\r\n" + LENGTH);
    assertThat(answer()).startsWith("HTTP/1.1 413 ");
    assertThat(isClosedByServer()).isTrue();
  }

  @Test
  void aClientThatAsksFirstIsAnsweredWithoutBeingAskedToSend() throws Exception {
    serve(new Lingering.Limits(Long.MAX_VALUE, LONG, LONG));
    send("POST / HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\n" + LENGTH);
    assertThat(answer()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    assertThat(isClosedByServer()).isTrue();
  }
}
