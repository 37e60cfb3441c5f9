package prismq.t.script.versioning.pages;

import io.javalin.security.RouteRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.App;
import prismq.t.script.versioning.Config;
import prismq.t.script.versioning.account.oidc.OidcSettings;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.mail.MailSettings;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.web.Proxies;

/** The whole application on a free port, with a database of its own. */
public final class Site implements AutoCloseable {
  /** Who saves what {@link #save} saves. */
  public static final Author WRITER = Author.named("Script editor");

  /** What links in mails start with. */
  static final String BASE_URL = "https://scripts.example.org";

  private static final Proxies NO_PROXY = Proxies.of(List.of());
  private static final Proxies PROXY_HERE = Proxies.of(List.of("127.0.0.1"));

  private final Database database;
  private final VersionManager versions;
  private final App app;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private Site(Path folder, int sizeLimit, List<String> names, Proxies proxies) {
    this(folder, sizeLimit, names, proxies, null, null);
  }

  private Site(
      Path folder,
      int sizeLimit,
      List<String> names,
      Proxies proxies,
      @Nullable OidcSettings signOn,
      @Nullable MailSettings mail) {
    this.database = Database.open(folder);
    this.versions = new VersionManager(database, new IndexWriter(), Clock.systemUTC(), sizeLimit);
    this.app =
        new App(
            new Config(
                folder,
                "127.0.0.1",
                0,
                names,
                proxies,
                BASE_URL,
                signOn,
                mail,
                true,
                sizeLimit,
                false),
            database);
    app.start();
  }

  /** Starts it on the database of this folder. */
  public static Site open(Path folder) {
    return new Site(folder, VersionManager.DEFAULT_SIZE_LIMIT, List.of(), NO_PROXY);
  }

  /** The same, with texts of so many bytes at most. */
  static Site open(Path folder, int sizeLimit) {
    return new Site(folder, sizeLimit, List.of(), NO_PROXY);
  }

  /** The same behind a proxy that lets others in by this name. */
  static Site openToOthers(Path folder, String name) {
    return new Site(folder, VersionManager.DEFAULT_SIZE_LIMIT, List.of(name), NO_PROXY);
  }

  /** The same, where a proxy on this machine is believed what it says of clients. */
  static Site openBehindProxy(Path folder) {
    return new Site(folder, VersionManager.DEFAULT_SIZE_LIMIT, List.of(), PROXY_HERE);
  }

  /** The same, where people may sign in at this provider. */
  static Site openWithSignOn(Path folder, OidcSettings signOn) {
    return new Site(folder, VersionManager.DEFAULT_SIZE_LIMIT, List.of(), PROXY_HERE, signOn, null);
  }

  /** The same, where mails are sent by this server. */
  static Site openWithMail(Path folder, MailSettings mail) {
    return new Site(folder, VersionManager.DEFAULT_SIZE_LIMIT, List.of(), PROXY_HERE, null, mail);
  }

  /** The same, where a proxy on this machine says in this header who somebody is. */
  static Site openWithUsersOfProxy(Path folder, String header) {
    return new Site(
        folder, VersionManager.DEFAULT_SIZE_LIMIT, List.of(), PROXY_HERE.tellingUsersBy(header));
  }

  /** The same, where only a proxy elsewhere is believed. */
  static Site openWithUsersOfAnotherProxy(Path folder, String header) {
    return new Site(
        folder,
        VersionManager.DEFAULT_SIZE_LIMIT,
        List.of(),
        Proxies.of(List.of("10.0.0.0/8")).tellingUsersBy(header));
  }

  /** The rights that each route needs. */
  Map<String, Set<RouteRole>> rights() {
    return app.rights();
  }

  /** Number of requests that wait for changes now. */
  int waitingRequests() {
    return app.waitingRequests();
  }

  /** The port it listens on. */
  public int port() {
    return app.port();
  }

  /** What is behind the pages. */
  public VersionManager versions() {
    return versions;
  }

  /** What is behind the pages of branches. */
  public BranchManager branches() {
    return new BranchManager(database);
  }

  /** The database itself. */
  public Database database() {
    return database;
  }

  /** Starts a script with these texts as its versions. */
  public void script(String scriptId, String... texts) {
    versions.createScript(scriptId, "Title of " + scriptId);
    for (String text : texts) {
      save(scriptId, ScriptText.of(text));
    }
  }

  /** Saves a version. */
  public Version save(String scriptId, ScriptText text) {
    int number = versions.script(scriptId).latestVersion() + 1;
    return versions.save(
        NewVersion.builder(scriptId, text, WRITER, "Draft number " + number).build());
  }

  /** Breaks the stored content of a version that is kept whole, as a failing disk may. */
  public void damage(String scriptId, int version) {
    int rows =
        database.write(
            handle ->
                handle.execute(
                    "UPDATE script_versions SET content = X'00' || substr(content, 2)"
                        + " WHERE version_number = ? AND content IS NOT NULL"
                        + " AND script_id = (SELECT id FROM scripts WHERE script_id = ?)",
                    version,
                    scriptId));
    if (rows != 1) {
      throw new IllegalStateException("Version " + version + " of " + scriptId + " is a delta.");
    }
  }

  /** The full address of a path. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Asks for a page; headers are names and values in turn. */
  Answer get(String path, String... headers) {
    return ask("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Asks for what GET would answer, without its body. */
  Answer head(String path) {
    return ask("HEAD", path, BodyPublishers.noBody());
  }

  /** Sends a form as a browser does. */
  Answer post(String path, Form form, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = form.contentType();
    return ask("POST", path, BodyPublishers.ofByteArray(form.bytes()), all);
  }

  /** Asks in any way. */
  Answer ask(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .method(method, body)
            .timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    app.close();
    database.close();
  }
}
