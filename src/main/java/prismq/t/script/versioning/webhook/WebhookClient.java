package prismq.t.script.versioning.webhook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Sends to addresses that somebody named. It follows no redirects, and connects to the very address
 * that was found for a name and checked, so that no name leads into the network of the server.
 */
final class WebhookClient implements AutoCloseable {
  private static final int SECONDS = 10;
  private static final int MAX_ANSWER_BYTES = 64_000;

  private final HttpClient client = new HttpClient();

  /**
   * Starts it.
   *
   * @param mayReachInside whether addresses of this machine and of inner networks are allowed
   */
  WebhookClient(boolean mayReachInside) {
    client.setFollowRedirects(false);
    client.setConnectTimeout(SECONDS * 1000L);
    client.setMaxConnectionsPerDestination(2);
    client.setUserAgentField(null);
    // Receivers of several people must not be told apart, or mixed up, by cookies.
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    QueuedThreadPool threads = new QueuedThreadPool(8, 1);
    threads.setName("webhooks");
    threads.setDaemon(true);
    client.setExecutor(threads);
    SocketAddressResolver names = new SocketAddressResolver.Sync();
    client.setSocketAddressResolver(
        mayReachInside
            ? names
            : (host, port, context, found) ->
                names.resolve(host, port, context, new OnlyOuter(found)));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("what sends to webhooks does not start", e);
    }
  }

  /** Passes on what was found for a name, unless any of it is an inner address. */
  private static final class OnlyOuter extends Promise.Wrapper<List<InetSocketAddress>> {
    OnlyOuter(Promise<List<InetSocketAddress>> found) {
      super(found);
    }

    @Override
    public void succeeded(List<InetSocketAddress> addresses) {
      if (addresses.stream().anyMatch(one -> WebhookAddress.isInner(one.getAddress()))) {
        failed(new IOException("the address is of a private network"));
      } else {
        super.succeeded(addresses);
      }
    }
  }

  /**
   * Sends JSON; the status that is answered.
   *
   * @throws IOException if nothing was answered, or not in ten seconds, or far too much
   */
  int send(String url, Map<String, String> headers, String body) throws IOException {
    try {
      Request request =
          client
              .newRequest(url)
              .method("POST")
              .timeout(SECONDS, TimeUnit.SECONDS)
              .headers(fields -> headers.forEach(fields::put))
              .body(new StringRequestContent("application/json", body));
      return new CompletableResponseListener(request, MAX_ANSWER_BYTES)
          .send()
          .get(SECONDS + 2L, TimeUnit.SECONDS)
          .getStatus();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException | IllegalArgumentException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("what sends to webhooks does not stop", e);
    }
  }
}
