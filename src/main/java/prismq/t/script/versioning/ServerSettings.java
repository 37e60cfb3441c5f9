package prismq.t.script.versioning;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import prismq.t.script.versioning.web.RequestMethods;

/** How Javalin and Jetty take requests: their limits, and how they fail. */
final class ServerSettings {
  private ServerSettings() {}

  /**
   * Applies them.
   *
   * @param sizeLimit of a text, in bytes
   */
  static void apply(JavalinConfig javalin, int sizeLimit) {
    // A form carries a text, and again the file it was uploaded as in Base64.
    long formLimit = 3L * sizeLimit + 1_000_000;
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
          server.setErrorHandler(RequestErrors::answer);
        });
    javalin.jetty.modifyServletContextHandler(
        servlets -> {
          servlets.setErrorHandler(RequestErrors::answer);
          // Otherwise Jetty takes no fields of more than 200 kB together.
          servlets.setMaxFormContentSize(Math.toIntExact(formLimit));
        });
    javalin.jetty.modifyHttpConfiguration(ServerSettings::applyToHttp);
    javalin.jetty.modifyServletContextHandler(RequestMethods::keep);
  }

  @SuppressWarnings("removal") // Jetty has nothing in its place yet.
  private static void applyToHttp(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // A search or a passage may be long, and pages send the address they were on along with a
    // request.
    http.setRequestHeaderSize(256 * 1024);
    // Slower bodies would hold a thread for nothing. The rate counts from the first byte on, so it
    // has to bear the pauses of an ordinary network.
    http.setMinRequestDataRate(20);
  }
}
