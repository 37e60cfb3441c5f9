package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import prismq.t.script.versioning.annotate.AnnotatedVersion;
import prismq.t.script.versioning.search.Annotations;
import prismq.t.script.versioning.web.Json;

/** The API's call that tells which version wrote each part of a text. */
public final class AnnotationsApi {
  private final Annotations annotations;

  /** Answers from these annotations. */
  public AnnotationsApi(Annotations annotations) {
    this.annotations = annotations;
  }

  /** Answers with all parts of a version's text and the versions that wrote them. */
  public void show(Context context) {
    AnnotatedVersion annotated =
        AnnotatedVersion.of(
            annotations,
            context.pathParam("script_id"),
            view -> VersionNumbers.find(view, context));
    Json.answer(context, 200, AnnotationJson.of(annotated));
  }
}
