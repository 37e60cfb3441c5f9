package prismq.t.script.versioning.annotate;

import io.javalin.http.Context;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.search.Annotation;
import prismq.t.script.versioning.search.Annotations;

/**
 * A version with each part of its text traced to the version that wrote it.
 *
 * @param origins the versions that wrote some of it, by number
 */
public record AnnotatedVersion(
    Script script, Version version, Annotation annotation, SortedMap<Integer, Version> origins) {
  /** What is read of a version before it is led back to others. */
  private record AnnotationData(Script script, Version version, Supplier<Annotation> annotation) {}

  /**
   * The annotated form of a version.
   *
   * @throws NotFoundException if there is no such script
   * @throws prismq.t.script.versioning.history.DamagedVersionException if its text cannot be read,
   *     or one that it comes from is no longer there
   */
  public static AnnotatedVersion of(
      Annotations annotations, String scriptId, Function<ScriptView, Version> choice) {
    AnnotationData read =
        annotations.view(
            scriptId,
            view -> {
              Version version = choice.apply(view);
              return new AnnotationData(
                  view.script(), version, annotations.read(view, version.versionNumber()));
            });
    // Takes long for a long text, and so is done while no view is open.
    Annotation annotation = read.annotation.get();
    TreeSet<Integer> numbers = new TreeSet<>();
    annotation.runs().forEach(run -> numbers.add(run.versionNumber()));
    return new AnnotatedVersion(
        read.script,
        read.version,
        annotation,
        annotations.view(scriptId, view -> view.versions(numbers)));
  }

  /**
   * The version of this address.
   *
   * @throws NotFoundException if there is no such one
   */
  static AnnotatedVersion of(Annotations annotations, Context context) {
    String number = context.pathParam("version_number");
    return of(
        annotations,
        context.pathParam("script_id"),
        view -> {
          if (!number.matches("\\d{1,9}")) {
            throw NotFoundException.version(view.script(), "“" + number + "”");
          }
          return view.version(Integer.parseInt(number));
        });
  }

  String scriptId() {
    return script.scriptId();
  }

  byte[] bytes() {
    return annotation.text().read();
  }

  /** Where the text starts for a reader, in bytes: after the byte order mark. */
  int textStart() {
    return annotation.text().hasByteOrderMark() ? 3 : 0;
  }

  /** The version of this number, which is one of the origins. */
  Version origin(int versionNumber) {
    Version origin = origins.get(versionNumber);
    if (origin == null) {
      throw new IllegalArgumentException("Version " + versionNumber + " wrote nothing of this.");
    }
    return origin;
  }
}
