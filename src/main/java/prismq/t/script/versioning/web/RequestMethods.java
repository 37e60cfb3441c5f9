package prismq.t.script.versioning.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;

/**
 * Lets Javalin see the method that a request was sent with, and HEAD as GET. By itself, Javalin
 * takes another one from a header, so that a GET could write behind the back of a proxy that lets
 * only GET through, and answers HEAD with 200 even where GET finds nothing. Jetty leaves the body
 * of an answer to HEAD out.
 */
public final class RequestMethods implements Filter {
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  /** Applies it to every request of the server. */
  public static void keep(ServletContextHandler server) {
    server.addFilter(
        new FilterHolder(new RequestMethods()), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    next.doFilter(
        request instanceof HttpServletRequest http ? new AsSent(http) : request, response);
  }

  private static final class AsSent extends HttpServletRequestWrapper {
    AsSent(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      String method = super.getMethod();
      return method.equals("HEAD") ? "GET" : method;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(OVERRIDE) ? null : super.getHeader(name);
    }
  }
}
