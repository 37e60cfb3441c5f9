package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import prismq.t.script.versioning.core.text.Folding;
import prismq.t.script.versioning.core.text.Terms;
import prismq.t.script.versioning.core.text.Terms.Term;

/**
 * What a search wants of comments: words in what they say or in the name of whoever says it, people
 * and scripts.
 */
public final class SoughtComments {
  /** What comments have; they have no branch, label or score. */
  private static final Set<SearchField> KNOWN = Set.of(SearchField.SCRIPT, SearchField.AUTHOR);

  private final SearchQuery query;
  private final List<String> authors;

  SoughtComments(SearchQuery query) {
    this.query = query;
    this.authors = query.values(SearchField.AUTHOR).stream().map(Folding::fold).toList();
  }

  /** Whether any comment can fit. */
  public boolean isPossible() {
    boolean isKnown =
        query.conditions().stream().allMatch(condition -> KNOWN.contains(condition.field()));
    return isKnown && (!query.wanted().isEmpty() || !authors.isEmpty());
  }

  /** Whether a comment fits. */
  public boolean fits(String scriptId, String author, String text) {
    List<String> scripts = query.values(SearchField.SCRIPT);
    String name = Folding.fold(author);
    if ((!scripts.isEmpty() && !scripts.contains(scriptId))
        || (!authors.isEmpty() && authors.stream().noneMatch(name::contains))) {
      return false;
    }
    String folded = name + "\n" + Folding.fold(text);
    // Most comments have not even the letters of the words.
    if (!query.wanted().stream()
        .flatMap(phrase -> phrase.terms().stream())
        .allMatch(folded::contains)) {
      return false;
    }
    List<String> terms =
        Stream.of(author, text).flatMap(part -> Terms.of(part).stream()).map(Term::folded).toList();
    return query.wanted().stream().allMatch(phrase -> has(terms, phrase))
        && query.unwanted().stream().noneMatch(phrase -> has(terms, phrase));
  }

  private static boolean has(List<String> terms, Phrase phrase) {
    List<String> sought = new ArrayList<>(phrase.terms());
    for (int at = 0; at + sought.size() <= terms.size(); at++) {
      if (isAt(terms, at, sought, phrase.prefix())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(List<String> terms, int at, List<String> sought, boolean isOpen) {
    for (int i = 0; i < sought.size(); i++) {
      String term = terms.get(at + i);
      boolean mayGoOn = isOpen && i == sought.size() - 1;
      if (mayGoOn ? !term.startsWith(sought.get(i)) : !term.equals(sought.get(i))) {
        return false;
      }
    }
    return true;
  }
}
