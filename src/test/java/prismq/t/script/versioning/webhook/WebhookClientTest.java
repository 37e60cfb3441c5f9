package prismq.t.script.versioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer inner;

  @BeforeEach
  void open() throws IOException {
    inner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inner.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/") ? 302 : 200, -1);
          exchange.close();
        });
    inner.start();
  }

  @AfterEach
  void close() {
    inner.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]"
      })
  void noNameOfThisMachineIsReached(String host) {
    try (WebhookClient client = new WebhookClient(false)) {
      String url = "http://" + host + ":" + inner.getAddress().getPort() + "/hook";
      assertThatThrownBy(() -> client.send(url, Map.of(), "{}")).isInstanceOf(IOException.class);
    }
    assertThat(requests).hasValue(0);
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (WebhookClient client = new WebhookClient(true)) {
      String url = "http://127.0.0.1:" + inner.getAddress().getPort() + "/";
      assertThat(client.send(url, Map.of(), "{}")).isEqualTo(302);
    }
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "168.63.129.16",
        "100.64.0.1",
        "192.0.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "fd00::1",
        "fe80::1",
        "::",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1"
      })
  void addressesThatAreNotOfTheInternetAreInner(String address) throws IOException {
    assertThat(WebhookAddress.isInner(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.215.14",
        "8.8.8.8",
        "192.0.78.12",
        "2606:4700::1111",
        "2001:4860:4860::8888"
      })
  void othersAreNot(String address) throws IOException {
    assertThat(WebhookAddress.isInner(InetAddress.getByName(address))).isFalse();
  }
}
