package prismq.t.script.versioning;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.account.LinkPurpose;
import prismq.t.script.versioning.audit.ActingToken;
import prismq.t.script.versioning.audit.Actor;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.script.ScriptsPage;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.Gate;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.PrivateAnswers;
import prismq.t.script.versioning.web.ProxyUsers;
import prismq.t.script.versioning.web.RateLimits;
import prismq.t.script.versioning.web.ReaderLanguage;
import prismq.t.script.versioning.web.SecurityHeaders;

/** The web application: services, routes and server put together. */
public final class App implements AutoCloseable {
  private final Config config;
  private final Services services;
  private final Javalin javalin;

  /** Puts the application together on an open database; {@link #start} lets it listen. */
  public App(Config config, Database database) {
    this.config = config;
    this.services = new Services(config, database);
    this.javalin = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig javalin) {
    ServerSettings.apply(
        javalin,
        config,
        request -> !config.proxies().tellUsers() && services.requesters.isStranger(request));
    javalin.routes.before(config.proxies()::find);
    javalin.routes.before(SecurityHeaders::set);
    javalin.routes.before(services.requesters::find);
    javalin.routes.before(proxyUsers()::find);
    javalin.routes.before(App::rememberActor);
    javalin.routes.after(context -> CurrentActor.clear());
    javalin.routes.before(ReaderLanguage::speak);
    javalin.routes.before(new RateLimits()::check);
    javalin.routes.beforeMatched(Parameters::check);
    javalin.routes.beforeMatched(
        new Gate(config.names(), services.scriptRights, services.scriptLists)::check);
    new Routes(javalin.routes, services).register();
    new PeopleRoutes(javalin.routes, services).register();
    new SharingRoutes(javalin.routes, services).register();
    new CommentRoutes(javalin.routes, services).register();
    new ReviewRoutes(javalin.routes, services).register();
    new LabelRoutes(javalin.routes, services).register();
    new SuggestionRoutes(javalin.routes, services).register();
    new PersonalRoutes(javalin.routes, services).register();
    javalin.routes.after(PrivateAnswers::keepOutOfCaches);
    new Errors(services.pages, services.refusals).register(javalin.routes);
  }

  private static void rememberActor(Context context) {
    Actor unknown = Actor.at(Client.of(context).address());
    CurrentActor.set(actor(Requester.of(context), unknown));
  }

  private static Actor actor(Requester requester, Actor unknown) {
    if (requester instanceof Requester.SignedIn signedIn) {
      return new Actor(signedIn.account().name(), unknown.address(), null, signedIn.account().id());
    }
    return requester instanceof Requester.ByToken program
        ? new Actor(
            program.owner().name(),
            unknown.address(),
            new ActingToken(program.token().id(), program.token().name()),
            program.owner().id())
        : unknown;
  }

  private ProxyUsers proxyUsers() {
    return new ProxyUsers(
        config.proxies(),
        services.admissions,
        services.scriptRights,
        services.database::changeCount);
  }

  /**
   * The path of a link by which the first account is made; empty where there is one, or where
   * nobody but this computer reaches the server.
   */
  Optional<String> setUpPath() {
    return config.isOnlyThisComputer() || services.accounts.exist()
        ? Optional.empty()
        : Optional.of(LinkPurpose.SET_UP.path(services.links.setUp()));
  }

  /** Has all loaded that the first page needs; may run while the server starts. */
  void prepare() {
    new ScriptsPage(
            services.scriptLists,
            services.scriptRights,
            services.projects,
            services.pins,
            services.drafts,
            services.endingLinks,
            services.pages)
        .prepare();
  }

  /** Starts to listen; {@link #port} tells where. */
  public void start() {
    javalin.start();
    // Versions that an earlier release saved, and what somebody who made the index left undone.
    services.indexing.completeSoon();
    services.retention.start();
    services.notificationTimer.start();
    services.webhookSender.start();
    if (services.endingLinkMails != null) {
      services.endingLinkMails.start();
    }
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

  /** Number of requests that wait for changes now. */
  public int waitingRequests() {
    return services.changeWait.waitingCount();
  }

  /** Stops to listen, and lets requests under way finish first. */
  @Override
  public void close() {
    // Answers requests that wait for changes, so that none is cut off.
    services.changeWait.close();
    javalin.stop();
    services.retention.close();
    services.notificationTimer.close();
    services.passwordChecks.close();
    if (services.endingLinkMails != null) {
      services.endingLinkMails.close();
    }
    if (services.mails != null) {
      services.mails.close();
    }
    services.webhookSender.close();
    services.importJobs.close();
    services.measures.close();
    services.indexing.close();
  }
}
