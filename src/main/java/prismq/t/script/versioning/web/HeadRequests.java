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

/**
 * Answers HEAD with what GET would say. Javalin answers 200 by itself wherever there is a route for
 * GET, even where GET finds nothing; Jetty leaves the body out.
 */
public final class HeadRequests implements Filter {
  /** Has every HEAD request of the server answered so. */
  public static void answerLikeGet(ServletContextHandler server) {
    server.addFilter(
        new FilterHolder(new HeadRequests()), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    boolean head = request instanceof HttpServletRequest http && "HEAD".equals(http.getMethod());
    next.doFilter(head ? new AsGet((HttpServletRequest) request) : request, response);
  }

  private static final class AsGet extends HttpServletRequestWrapper {
    AsGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }
}
