package prismq.t.script.versioning.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/** The conditions of a query on scripts and versions, with names resolved. */
final class QueryConditions {
  private final SearchSources sources;
  private final SearchQuery query;
  private final List<String> hints;

  /**
   * The conditions of a query.
   *
   * @param hints gets a sentence for each name that nothing has
   */
  QueryConditions(SearchSources sources, SearchQuery query, List<String> hints) {
    this.sources = sources;
    this.query = query;
    this.hints = hints;
  }

  /** A text as a phrase to search for; empty where it has no terms. */
  static List<Phrase> wordsOf(String text) {
    return Stream.ofNullable(Phrase.typed(text)).toList();
  }

  private static String either(String key, List<String> names) {
    String all = Messages.text("search.quoted", names.get(0));
    for (String name : names.subList(1, names.size())) {
      all = Messages.text("search.or", all, Messages.text("search.quoted", name));
    }
    return Messages.text(key, all);
  }

  /** The numbers of the scripts that are named; null where all are meant. */
  @Nullable Set<Long> scripts() {
    List<String> named = query.values(SearchField.SCRIPT);
    if (named.isEmpty()) {
      return null;
    }
    Set<Long> scripts = new TreeSet<>(Comparator.reverseOrder());
    for (String scriptId : named) {
      Optional<FoundScript> script = sources.script(scriptId);
      script.ifPresent(found -> scripts.add(found.number()));
      if (script.isEmpty()) {
        hints.add(Messages.text("search.no_script", scriptId));
      }
    }
    return scripts;
  }

  /** The conditions on versions; null where none can match. */
  @Nullable VersionConditions ofVersions() {
    @Nullable Set<Long> authors = null;
    List<String> names = query.values(SearchField.AUTHOR);
    if (!names.isEmpty()) {
      authors =
          sources.authors(names.stream().map(Phrase::typed).flatMap(Stream::ofNullable).toList());
      if (authors.isEmpty()) {
        hints.add(either("search.no_author", names));
        return null;
      }
    }
    @Nullable Set<String> branches = null;
    List<String> branchNames = query.values(SearchField.BRANCH);
    if (!branchNames.isEmpty()) {
      branches = new HashSet<>();
      for (String name : branchNames) {
        branches.addAll(sources.branches(name));
      }
      if (branches.isEmpty()) {
        hints.add(either("search.no_branch", branchNames));
        return null;
      }
    }
    @Nullable Set<String> labelled = null;
    List<String> labels = query.values(SearchField.LABEL);
    if (!labels.isEmpty()) {
      labelled = new HashSet<>();
      for (String label : labels) {
        labelled.addAll(sources.labelled(wordsOf(label)));
      }
      if (labelled.isEmpty()) {
        hints.add(either("search.no_label", labels));
        return null;
      }
    }
    List<String> wantedSources = query.values(SearchField.SOURCE);
    return new VersionConditions(
        authors,
        wantedSources.isEmpty() ? null : Set.copyOf(wantedSources),
        branches,
        labelled,
        query.after(),
        query.before(),
        query.scoreLimits());
  }
}
