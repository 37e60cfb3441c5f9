package prismq.t.script.versioning;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import prismq.t.script.versioning.buffering.BufferingHandler;
import prismq.t.script.versioning.buffering.LingeringErrorHandler;
import prismq.t.script.versioning.transfer.page.ImportPage;
import prismq.t.script.versioning.web.RequestMethods;
import prismq.t.script.versioning.web.Urls;

/** How Javalin and Jetty take requests: their limits, and how they fail. */
final class ServerSettings {
  /** Connections that the operating system takes while the server has no time for them. */
  private static final int LISTEN_QUEUE = 1_024;

  /** More wait in the queue until others end or were idle for half a minute. */
  private static final int MAX_CONNECTIONS = 5_000;

  /** Of forms without a text of a script, in bytes; anybody may send that to sign in. */
  private static final long SMALL_FORM_LIMIT = 256_000;

  private final Config config;
  private final Predicate<Request> isStranger;
  private final long formLimit;

  private ServerSettings(Config config, Predicate<Request> isStranger) {
    this.config = config;
    this.isStranger = isStranger;
    // A form carries a text, and again the file it was uploaded as in Base64.
    this.formLimit = 3L * config.sizeLimit() + 1_000_000;
  }

  /**
   * Applies them.
   *
   * @param isStranger tells by its head that a request is from nobody known
   */
  static void apply(JavalinConfig javalin, Config config, Predicate<Request> isStranger) {
    new ServerSettings(config, isStranger).apply(javalin);
  }

  private void apply(JavalinConfig javalin) {
    javalin.startup.showJavalinBanner = false;
    javalin.http.maxRequestSize = formLimit;
    javalin.http.prefer405over404 = true;
    javalin.http.generateEtags = false;
    javalin.router.handlerWrapper(endpoint -> OutOfMemory.toldBy(endpoint.handler));
    javalin.router.javaLangErrorHandler(RequestErrors::answer);
    javalin.jetty.threadPool = new QueuedThreadPool(32, 4);
    javalin.jetty.multipartConfig.maxFileSize(formLimit, SizeUnit.BYTES);
    javalin.jetty.multipartConfig.maxTotalRequestSize(formLimit, SizeUnit.BYTES);
    javalin.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    javalin.jetty.modifyServer(
        server -> {
          server.setStopTimeout(5_000);
          server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
          server.setErrorHandler(new LingeringErrorHandler(RequestErrors::answer));
          server.insertHandler(new BufferingHandler(this::bodyLimit));
        });
    javalin.jetty.modifyServletContextHandler(
        servlets -> {
          servlets.setErrorHandler(RequestErrors::answer);
          // Otherwise Jetty takes no fields of more than 200 kB together.
          servlets.setMaxFormContentSize(Math.toIntExact(formLimit));
        });
    javalin.jetty.modifyHttpConfiguration(ServerSettings::applyToHttp);
    javalin.jetty.modifyServletContextHandler(RequestMethods::keep);
    javalin.jetty.addConnector(this::connector);
  }

  /** In bytes; what is over a limit of the page itself is refused there, with better words. */
  private long bodyLimit(Request request) {
    String path = Request.getPathInContext(request);
    if (path.equals(Urls.IMPORT)) {
      // Gigabytes would be on the disk before anybody asks whose they are.
      return isStranger.test(request) ? SMALL_FORM_LIMIT : ImportPage.BODY_LIMIT;
    }
    return Urls.isForTexts(path) ? formLimit : SMALL_FORM_LIMIT;
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setAcceptQueueSize(LISTEN_QUEUE);
    return connector;
  }

  @SuppressWarnings("removal") // Jetty has nothing in its place yet.
  private static void applyToHttp(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // A search or a passage may be long, and pages send the address they were on along with a
    // request.
    http.setRequestHeaderSize(256 * 1024);
    // Bodies that come slower are given up. The rate counts from the first byte on, so it has to
    // bear the pauses of an ordinary network.
    http.setMinRequestDataRate(20);
    // A proxy in front may end a header elsewhere, and so take one request for two.
    http.setHttpCompliance(
        HttpCompliance.RFC9110.without(
            "no bare LF",
            HttpCompliance.Violation.LF_HEADER_TERMINATION,
            HttpCompliance.Violation.LF_CHUNK_TERMINATION));
  }
}
