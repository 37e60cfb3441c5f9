package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the API for programs, as OpenAPI. */
public final class ApiDescription {
  private final byte[] openApi;

  /** Reads the description from the application's resources. */
  public ApiDescription() {
    try (InputStream in = ApiDescription.class.getResourceAsStream("/api/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is not in the application");
      }
      this.openApi = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with the OpenAPI description. */
  public void openApi(Context context) {
    context.contentType("application/yaml").result(openApi);
  }
}
