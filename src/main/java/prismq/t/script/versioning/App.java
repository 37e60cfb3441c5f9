package prismq.t.script.versioning;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import prismq.t.script.versioning.annotate.AnnotatePage;
import prismq.t.script.versioning.annotate.AnnotateTwin;
import prismq.t.script.versioning.api.AnnotationsApi;
import prismq.t.script.versioning.api.ApiDescription;
import prismq.t.script.versioning.api.BranchesApi;
import prismq.t.script.versioning.api.ChangesApi;
import prismq.t.script.versioning.api.DiffApi;
import prismq.t.script.versioning.api.LabelsApi;
import prismq.t.script.versioning.api.MergesApi;
import prismq.t.script.versioning.api.PhraseHistoryApi;
import prismq.t.script.versioning.api.ReportApi;
import prismq.t.script.versioning.api.RollbacksApi;
import prismq.t.script.versioning.api.ScriptsApi;
import prismq.t.script.versioning.api.SearchApi;
import prismq.t.script.versioning.api.VersionsApi;
import prismq.t.script.versioning.board.BoardPage;
import prismq.t.script.versioning.branch.BranchesPage;
import prismq.t.script.versioning.compare.ComparePage;
import prismq.t.script.versioning.compare.CompareTwins;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.edit.EditPage;
import prismq.t.script.versioning.edit.NewScriptPage;
import prismq.t.script.versioning.feed.Feed;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.Changes;
import prismq.t.script.versioning.history.LabelManager;
import prismq.t.script.versioning.history.MergeHandler;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.label.LabelsPage;
import prismq.t.script.versioning.merge.MergePage;
import prismq.t.script.versioning.phrase.PhraseHistoryPage;
import prismq.t.script.versioning.report.ReportAnswer;
import prismq.t.script.versioning.report.ReportPage;
import prismq.t.script.versioning.report.Reports;
import prismq.t.script.versioning.restore.RestorePage;
import prismq.t.script.versioning.rollback.RollbackPage;
import prismq.t.script.versioning.script.HistoryPage;
import prismq.t.script.versioning.script.ScriptsPage;
import prismq.t.script.versioning.script.VersionPage;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.PhraseHistories;
import prismq.t.script.versioning.search.Search;
import prismq.t.script.versioning.search.SearchPage;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;
import prismq.t.script.versioning.transfer.page.ImportJobs;
import prismq.t.script.versioning.transfer.page.ImportPage;
import prismq.t.script.versioning.web.Access;
import prismq.t.script.versioning.web.Assets;
import prismq.t.script.versioning.web.HeadRequests;
import prismq.t.script.versioning.web.Health;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;

/** The web application: everything is put together here, and only here. */
public final class App implements AutoCloseable {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Javalin javalin;
  private final Config config;
  private final Indexing indexing;
  private final ChangesApi changesApi;
  private final ImportJobs importJobs;
  private final Thread completion;

  /** All that answers requests. */
  record Handlers(
      ScriptsPage scripts,
      NewScriptPage newScript,
      SearchPage search,
      Feed feed,
      ImportPage imports,
      HistoryPage history,
      VersionPage version,
      AnnotatePage annotate,
      AnnotateTwin annotateTwin,
      BranchesPage branches,
      LabelsPage labels,
      ComparePage compare,
      CompareTwins compareTwins,
      EditPage edit,
      RollbackPage rollback,
      RestorePage restore,
      MergePage merge,
      BoardPage board,
      PhraseHistoryPage phraseHistory,
      ReportPage report,
      SearchApi searchApi,
      ChangesApi changesApi,
      ScriptsApi scriptsApi,
      VersionsApi versionsApi,
      AnnotationsApi annotationsApi,
      BranchesApi branchesApi,
      LabelsApi labelsApi,
      DiffApi diffApi,
      RollbacksApi rollbacksApi,
      MergesApi mergesApi,
      PhraseHistoryApi phraseHistoryApi,
      ReportApi reportApi,
      ApiDescription apiDescription,
      Assets assets,
      Health health) {}

  /** Puts the application together on an open database; {@link #start} lets it listen. */
  public App(Config config, Database database) {
    this.config = config;
    Clock clock = Clock.systemUTC();
    VersionManager versionManager =
        new VersionManager(database, new IndexWriter(), clock, config.sizeLimit());
    BranchManager branchManager = new BranchManager(database, clock);
    LabelManager labelManager = versionManager.labelManager();
    RollbackHandler rollbackHandler = new RollbackHandler(versionManager);
    MergeHandler mergeHandler = new MergeHandler(versionManager);
    Comparisons comparisons = new Comparisons(versionManager);
    CompareTwins compareTwins = new CompareTwins(versionManager, comparisons);
    PassageIndex passageIndex = new PassageIndex(database);
    this.indexing = new Indexing(database, versionManager);
    Passages passages = new Passages(versionManager, passageIndex, indexing);
    PhraseHistories phraseHistories = new PhraseHistories(passages);
    Annotations annotations = new Annotations(versionManager, passages);
    Search search = new Search(database, versionManager, passageIndex, passages);
    Changes changes = new Changes(database);
    this.changesApi = new ChangesApi(changes);
    this.importJobs = new ImportJobs(versionManager, clock, config.sizeLimit());
    Reports reports = new Reports(versionManager, comparisons, clock);
    Assets assets = new Assets(config.develop() ? Path.of("static") : null);
    Pages pages =
        new Pages(
            assets, clock, database::changeCount, config.develop() ? Path.of("templates") : null);
    Handlers handlers =
        new Handlers(
            new ScriptsPage(versionManager, pages),
            new NewScriptPage(versionManager, pages),
            new SearchPage(search, pages),
            new Feed(versionManager, changes, comparisons),
            new ImportPage(importJobs, pages),
            new HistoryPage(versionManager, phraseHistories, comparisons, search, pages),
            new VersionPage(versionManager, pages),
            new AnnotatePage(annotations, pages),
            new AnnotateTwin(annotations),
            new BranchesPage(versionManager, branchManager, new WordChanges(comparisons), pages),
            new LabelsPage(versionManager, labelManager, pages),
            new ComparePage(versionManager, comparisons, pages),
            compareTwins,
            new EditPage(versionManager, comparisons, pages),
            new RollbackPage(versionManager, rollbackHandler, comparisons, pages),
            new RestorePage(versionManager, comparisons, pages),
            new MergePage(versionManager, mergeHandler, comparisons, pages),
            new BoardPage(versionManager, comparisons, pages),
            new PhraseHistoryPage(versionManager, phraseHistories, comparisons, pages),
            new ReportPage(versionManager, reports, pages),
            new SearchApi(search),
            changesApi,
            new ScriptsApi(versionManager),
            new VersionsApi(versionManager),
            new AnnotationsApi(annotations),
            new BranchesApi(versionManager, branchManager),
            new LabelsApi(versionManager, labelManager),
            new DiffApi(compareTwins),
            new RollbacksApi(rollbackHandler),
            new MergesApi(mergeHandler, versionManager),
            new PhraseHistoryApi(phraseHistories),
            new ReportApi(new ReportAnswer(reports)),
            new ApiDescription(pages),
            assets,
            new Health(database::changeCount));
    // On another core, while this one starts the server.
    Thread preparation = new Thread(handlers.scripts::prepare, "preparation");
    preparation.setDaemon(true);
    preparation.start();
    // For the versions that an earlier release saved.
    this.completion = new Thread(() -> complete(passageIndex), "indexing");
    completion.setDaemon(true);
    Access access = new Access(config.names());
    this.javalin =
        Javalin.create(javalinConfig -> configure(javalinConfig, handlers, access, pages));
  }

  private void configure(JavalinConfig javalin, Handlers handlers, Access access, Pages pages) {
    javalin.startup.showJavalinBanner = false;
    javalin.http.maxRequestSize = formLimit();
    javalin.http.prefer405over404 = true;
    javalin.http.generateEtags = false;
    javalin.router.handlerWrapper(endpoint -> OutOfMemory.toldBy(endpoint.handler));
    javalin.router.javaLangErrorHandler(RequestErrors::answer);
    javalin.jetty.threadPool = new QueuedThreadPool(32, 4);
    javalin.jetty.multipartConfig.maxFileSize(formLimit(), SizeUnit.BYTES);
    javalin.jetty.multipartConfig.maxTotalRequestSize(formLimit(), SizeUnit.BYTES);
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
          servlets.setMaxFormContentSize(Math.toIntExact(formLimit()));
        });
    javalin.jetty.modifyHttpConfiguration(App::configureHttp);
    javalin.jetty.modifyServletContextHandler(HeadRequests::answerLikeGet);
    javalin.routes.before(
        context -> {
          context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
          context.header("X-Content-Type-Options", "nosniff");
          context.header("Referrer-Policy", "same-origin");
          context.header("Cross-Origin-Opener-Policy", "same-origin");
        });
    javalin.routes.beforeMatched(access::check);
    javalin.routes.beforeMatched(Parameters::check);
    Routes.register(javalin.routes, handlers);
    new Errors(pages).register(javalin.routes);
  }

  @SuppressWarnings("removal") // Jetty has nothing in its place yet.
  private static void configureHttp(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // A search or a passage may be long, and pages send the address they were on along with a
    // request.
    http.setRequestHeaderSize(256 * 1024);
    // Slower bodies would hold a thread for nothing. The rate counts from the first byte on, so it
    // has to bear the pauses of an ordinary network.
    http.setMinRequestDataRate(20);
  }

  /** A form carries a text, and again the file it was uploaded as in Base64. */
  private long formLimit() {
    return 3L * config.sizeLimit() + 1_000_000;
  }

  private void complete(PassageIndex passageIndex) {
    if (!passageIndex.state().isComplete()) {
      indexing.complete(done -> {});
    }
  }

  /** Starts to listen; {@link #port} tells where. */
  public void start() {
    javalin.start(config.host(), config.port());
    completion.start();
  }

  /** The rights that each of {@link #routes} needs. */
  public Map<String, Set<RouteRole>> rights() {
    return endpoints()
        .collect(
            Collectors.toMap(
                App::named, endpoint -> Set.copyOf(endpoint.metadata(Roles.class).getRoles())));
  }

  private Stream<Endpoint> endpoints() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod());
  }

  private static String named(Endpoint endpoint) {
    return endpoint.method + " " + endpoint.path;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Every route, as its method and path: {@code GET /scripts/{script_id}}. */
  public List<String> routes() {
    return endpoints().map(App::named).toList();
  }

  /** Stops to listen, and lets requests under way finish first. */
  @Override
  public void close() {
    // Who waits for changes is answered, so that nobody has to be cut off.
    changesApi.close();
    javalin.stop();
    importJobs.close();
    indexing.close();
    try {
      completion.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
