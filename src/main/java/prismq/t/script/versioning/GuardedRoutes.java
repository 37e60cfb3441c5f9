package prismq.t.script.versioning;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.RouteThing;

/** Routes, each with the right it needs, what it is about, and what answers it. */
abstract class GuardedRoutes {
  private final RoutesConfig routes;

  GuardedRoutes(RoutesConfig routes) {
    this.routes = routes;
  }

  final void get(String path, Right right, RouteThing thing, Handler handler) {
    routes.get(path, handler, right, thing);
  }

  final void post(String path, Right right, RouteThing thing, Handler handler) {
    routes.post(path, handler, right, thing);
  }

  final void patch(String path, Right right, RouteThing thing, Handler handler) {
    routes.patch(path, handler, right, thing);
  }

  final void delete(String path, Right right, RouteThing thing, Handler handler) {
    routes.delete(path, handler, right, thing);
  }
}
