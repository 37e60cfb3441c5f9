package prismq.t.script.versioning.annotate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import prismq.t.script.versioning.annotate.Shares.Share;
import prismq.t.script.versioning.web.Lanes;

/**
 * The colours of authors in a text, as many as there are colours of branches. They are given in the
 * order in which the authors first wrote some of it, so that an author keeps a colour from one
 * version to the next as a rule. Where there are more authors, those with fewest words share one
 * more.
 */
final class AuthorColors {
  /** The CSS class of all authors without a colour of their own. */
  static final String OTHERS = "others";

  private final Map<String, String> classes = new HashMap<>();

  AuthorColors(AnnotatedVersion annotated, Shares shares) {
    List<Share<String>> writing =
        shares.authors().stream().filter(share -> share.words() > 0).toList();
    Set<String> colored =
        writing.stream().limit(Lanes.COUNT).map(Share::of).collect(Collectors.toSet());
    Set<String> inOrder = new LinkedHashSet<>();
    annotated.origins().values().forEach(version -> inOrder.add(version.person().name()));
    inOrder.retainAll(colored);
    Lanes lanes = new Lanes();
    for (String author : inOrder) {
      classes.put(author, lanes.cssClass(classes.size() + 1));
    }
  }

  /** The CSS class that gives an element the colour of an author. */
  String cssClass(String author) {
    return classes.getOrDefault(author, OTHERS);
  }
}
