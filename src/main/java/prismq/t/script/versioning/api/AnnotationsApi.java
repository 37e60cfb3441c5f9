package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import prismq.t.script.versioning.annotate.AnnotatedVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's call that tells who wrote what of a version. */
public final class AnnotationsApi {
  private final VersionManager versionManager;
  private final Annotations annotations;

  /** Finds versions by the one, and who wrote them by the other. */
  public AnnotationsApi(VersionManager versionManager, Annotations annotations) {
    this.versionManager = versionManager;
    this.annotations = annotations;
  }

  /** Answers with all parts of a version's text and the versions that wrote them. */
  public void show(Context context) {
    Version version =
        VersionNumbers.find(
            versionManager,
            context.pathParam("script_id"),
            context.pathParam("version_number"),
            Parameters.text(context, "branch"));
    AnnotatedVersion annotated = AnnotatedVersion.of(versionManager, annotations, version);
    Json.answer(context, 200, AnnotationJson.of(annotated));
  }
}
