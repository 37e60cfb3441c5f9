package prismq.t.script.versioning;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import prismq.t.script.versioning.command.BaseUrl;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.command.SizeLimit;
import prismq.t.script.versioning.command.WholeNumber;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.demo.Demo;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.web.Proxies;
import prismq.t.script.versioning.web.ServerNames;

/** Serves the web application until it is told to stop. */
@Command(name = "serve", description = "Serves the pages and the JSON API.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      defaultValue = "${env:SCRIPT_VERSIONING_PORT:-8080}",
      description = "The port to listen on; 0 for any free one (default: 8080).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SCRIPT_VERSIONING_HOST:-127.0.0.1}",
      description = "The address to listen on (default: 127.0.0.1, this machine only).")
  private String host = "127.0.0.1";

  /** Of earlier releases; only told what replaces it. */
  @Option(
      names = "--allow-anonymous",
      defaultValue = "${env:SCRIPT_VERSIONING_ALLOW_ANONYMOUS:-false}",
      fallbackValue = "true",
      arity = "0..1",
      hidden = true)
  private boolean allowAnonymous;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      defaultValue = "${env:SCRIPT_VERSIONING_BASE_URL:-}",
      converter = BaseUrl.Converter.class,
      description =
          "The address that people open, such as https://scripts.example.org: what links start with"
              + " that the server prints, and a name that it answers to.")
  private @Nullable BaseUrl baseUrl;

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      split = ",",
      defaultValue = "${env:SCRIPT_VERSIONING_PROXY:-}",
      converter = ProxyAddress.class,
      description =
          "A reverse proxy, such as 127.0.0.1 or 172.16.0.0/12, that is believed what it says in"
              + " X-Forwarded-For and X-Forwarded-Proto; may be given several times.")
  private List<String> proxies = List.of();

  @Option(
      names = "--proxy-user-header",
      paramLabel = "NAME",
      defaultValue = "${env:SCRIPT_VERSIONING_PROXY_USER_HEADER:-}",
      description =
          "Signs people in as the e-mail address that a --proxy sends in this header, such as"
              + " X-Forwarded-Email. The proxy has to replace what clients send in it.")
  private String proxyUserHeader = "";

  @Option(
      names = "--server-name",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "${env:SCRIPT_VERSIONING_SERVER_NAME:-}",
      converter = ServerName.class,
      description =
          "A further name by which requests may call the server, such as scripts.example.org; may"
              + " be given several times, or several with commas. Without it, the server answers"
              + " only to localhost and 127.0.0.1, and on another --host also to addresses, to"
              + " names without a full stop, and to those that end in .local, .lan, .internal or"
              + " .home.arpa.")
  private List<String> serverNames = List.of();

  @Mixin private SignOnOptions signOn = new SignOnOptions();

  @Mixin private MailOptions mail = new MailOptions();

  @Option(
      names = "--webhook-private-addresses",
      defaultValue = "${env:SCRIPT_VERSIONING_WEBHOOK_PRIVATE_ADDRESSES:-false}",
      fallbackValue = "true",
      arity = "0..1",
      description =
          "Let webhooks be addresses of this machine and of private networks. Without it, nobody who"
              + " adds a webhook has the server send into your network.")
  private boolean tellsInside;

  @Option(
      names = "--size-limit",
      paramLabel = "BYTES",
      converter = SizeLimit.class,
      defaultValue = "${env:SCRIPT_VERSIONING_SIZE_LIMIT:-5242880}",
      description =
          "The largest text taken, in bytes, at most 104857600, that is 100 MiB (default: 5242880,"
              + " that is 5 MiB). A save takes some ten times as much memory.")
  private int sizeLimit;

  @Option(
      names = "--demo",
      defaultValue = "${env:SCRIPT_VERSIONING_DEMO:-false}",
      fallbackValue = "true",
      arity = "0..1",
      description = "Fill an empty database with two small example scripts.")
  private boolean demo;

  @Option(
      names = "--develop",
      defaultValue = "${env:SCRIPT_VERSIONING_DEVELOP:-false}",
      fallbackValue = "true",
      arity = "0..1",
      description = "Read templates and static files anew from the working folder.")
  private boolean develop;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (allowAnonymous) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--allow-anonymous is gone, and SCRIPT_VERSIONING_ALLOW_ANONYMOUS with it: people have"
              + " accounts instead. Leave it away, and open the set-up link that the server prints,"
              + " or add an admin with: user add");
    }
    Config config = config();
    CountDownLatch stopAsked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopAsked.countDown();
                  await(stopped);
                }));
    try (Database database = data.open()) {
      if (database.isReadOnly()) {
        System.out.println(
            data.folder() + " may only be read, so everything can be read, but nothing saved.");
      }
      if (demo && !database.isReadOnly()) {
        VersionManager versionManager = new VersionManager(database, new IndexWriter());
        Demo.fill(versionManager, new BranchManager(database), new RollbackHandler(versionManager));
      }
      serve(config, database, stopAsked);
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private Config config() {
    CommandSpec command = Objects.requireNonNull(spec);
    @Nullable String url = baseUrl == null ? null : baseUrl.text();
    return new Config(
        data.folder(),
        host,
        port,
        names(),
        proxies(),
        url,
        signOn.settings(command, url),
        mail.settings(command, url),
        tellsInside,
        sizeLimit,
        develop);
  }

  private void serve(Config config, Database database, CountDownLatch stopAsked) {
    try (App app = new App(config, database)) {
      // On another core, while this one starts the server.
      Thread preparation = new Thread(app::prepare, "preparation");
      preparation.setDaemon(true);
      preparation.start();
      start(app);
      System.out.println("Serving on http://" + shown(host) + ":" + app.port() + "/");
      app.setUpPath()
          .ifPresent(
              path ->
                  System.out.println(
                      "Nobody has an account yet. Make the first one, an admin, within 30 minutes: "
                          + base(app)
                          + path));
      await(stopAsked);
    }
  }

  /** An empty environment variable names none. */
  private List<String> names() {
    Stream<String> own = baseUrl == null ? Stream.of() : Stream.of(baseUrl.host());
    return Stream.concat(serverNames.stream(), own)
        .filter(name -> !name.isEmpty() && !ServerNames.isLoopback(name))
        .toList();
  }

  private Proxies proxies() {
    List<String> named = proxies.stream().filter(proxy -> !proxy.isEmpty()).toList();
    Proxies believed = Proxies.of(named);
    String header = proxyUserHeader.strip();
    if (header.isEmpty()) {
      return believed;
    }
    if (named.isEmpty() || !header.matches("[A-Za-z0-9-]{1,100}")) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          named.isEmpty()
              ? "--proxy-user-header also needs --proxy: anybody else could send it"
              : "'" + header + "' is not the name of a header such as X-Forwarded-Email");
    }
    return believed.tellingUsersBy(header);
  }

  /** What links start with. */
  private String base(App app) {
    if (baseUrl != null) {
      return baseUrl.text();
    }
    boolean isAny = host.equals("0.0.0.0") || host.equals("::");
    return "http://" + (isAny ? "localhost" : shown(host)) + ":" + app.port();
  }

  /** Reads the address or network of a proxy. */
  static final class ProxyAddress implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      String address = value.strip();
      if (!address.isEmpty()) {
        try {
          Proxies.of(List.of(address));
        } catch (IllegalArgumentException e) {
          throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
      }
      return address;
    }
  }

  /** Reads the number of a port. */
  static final class Port extends WholeNumber {
    Port() {
      super(0, 65_535);
    }
  }

  /** Reads a name of the server. */
  static final class ServerName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      String name = value.strip();
      if (!name.isEmpty() && !ServerNames.isName(name)) {
        throw new TypeConversionException(
            "'" + value + "' is not a name such as scripts.example.org, without http:// and port");
      }
      return name;
    }
  }

  private void start(App app) {
    try {
      app.start();
    } catch (Exception e) {
      throw new CommandException(
          "Cannot listen on "
              + host
              + ":"
              + port
              + ": "
              + reason(e)
              + ". Name a free port with --port.",
          e);
    }
  }

  private static String shown(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static String reason(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return OneLine.of(cause);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
