package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import prismq.t.script.versioning.web.Pages;

/** The description of the API, for programs as OpenAPI and for people as a page. */
public final class ApiDescription {
  private final Pages pages;
  private final byte[] openApi;

  /** Reads the description from the application's resources. */
  public ApiDescription(Pages pages) {
    this.pages = pages;
    try (InputStream in = ApiDescription.class.getResourceAsStream("/api/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is not in the application");
      }
      this.openApi = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page says the same of every installation. */
  record Model() {}

  /** Answers with the OpenAPI description. */
  public void openApi(Context context) {
    context.contentType("application/yaml").result(openApi);
  }

  /** Answers {@code /api}. */
  public void show(Context context) {
    pages.show(context, "api/api", Model::new);
  }
}
