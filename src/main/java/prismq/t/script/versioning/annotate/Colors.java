package prismq.t.script.versioning.annotate;

import java.util.HashMap;
import java.util.Map;

/** The colour of each version that wrote some of a text, as a CSS class. */
final class Colors {
  private final Map<Integer, String> classes = new HashMap<>();

  Colors(ColorBy by, AnnotatedVersion annotated, AuthorColors authors) {
    Ages ages = new Ages(annotated.origins());
    annotated
        .origins()
        .forEach(
            (number, version) ->
                classes.put(
                    number,
                    switch (by) {
                      case AGE -> "age-" + ages.step(number);
                      case AUTHOR -> authors.cssClass(version.person().name());
                      case SOURCE -> Source.of(version.metadata()).cssClass();
                    }));
  }

  String cssClass(int origin) {
    return classes.getOrDefault(origin, "");
  }
}
