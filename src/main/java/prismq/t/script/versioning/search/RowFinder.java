package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.search.index.PassageIndex;
import prismq.t.script.versioning.search.index.RowId;

/** Finds the rows of the index that may match a query, and selects those to examine. */
final class RowFinder {
  /** Most rows of the index that are considered, and most that are examined. */
  private static final int MAX_ROWS = 20_000;

  private static final int MAX_ROWS_LOOKED_AT = 5_000;
  private static final int MAX_SCRIPTS_LOOKED_AT = 100;
  private static final int ROWS_AT_ONCE = 1_000;

  private final SearchSources sources;
  private final SearchQuery query;
  private final Deadline deadline;
  private boolean hasMore;

  RowFinder(SearchSources sources, SearchQuery query, Deadline deadline) {
    this.sources = sources;
    this.query = query;
    this.deadline = deadline;
  }

  /** Whether there may be matches beyond those examined. */
  boolean hasMore() {
    return hasMore;
  }

  /** The rows in which the index has all terms. */
  List<RowId> found(@Nullable Set<Long> scripts) {
    String expression = query.expression();
    if (scripts == null) {
      PassageIndex.FoundRows found = sources.index().find(expression, null, MAX_ROWS, deadline);
      hasMore = found.hasMore();
      return found.rows();
    }
    List<RowId> rows = new ArrayList<>();
    for (long script : scripts) {
      rows.addAll(found(expression, script, MAX_ROWS));
    }
    return rows;
  }

  /** The same of one script. */
  List<RowId> found(FoundScript script) {
    return found(query.expression(), script.number(), MAX_ROWS_LOOKED_AT);
  }

  /** The rows of a script are adjacent. */
  private List<RowId> found(String expression, long script, int most) {
    List<RowId> rows = new ArrayList<>();
    RowId before = RowId.passage(script + 1, 0);
    while (rows.size() < most && !deadline.hasPassed()) {
      PassageIndex.FoundRows found =
          sources.index().find(expression, before, ROWS_AT_ONCE, deadline);
      List<RowId> ofScript = found.rows().stream().filter(row -> row.script() == script).toList();
      rows.addAll(ofScript);
      if (!found.hasMore() || ofScript.size() < found.rows().size()) {
        return rows;
      }
      before = rows.get(rows.size() - 1);
    }
    hasMore = true;
    return rows;
  }

  /** The matching versions, where no words are searched for. */
  List<RowId> fitting(VersionConditions conditions, @Nullable Set<Long> scripts) {
    List<RowId> rows = sources.fitting(conditions, scripts, MAX_ROWS_LOOKED_AT + 1, deadline);
    hasMore = rows.size() > MAX_ROWS_LOOKED_AT;
    return hasMore ? rows.subList(0, MAX_ROWS_LOOKED_AT) : rows;
  }

  /**
   * The rows to examine, by script: where there are too many, those of most rows, and of versions
   * without words the newest.
   */
  Map<FoundScript, List<RowId>> lookedAt(List<RowId> rows) {
    Map<Long, List<RowId>> byScript = new LinkedHashMap<>();
    rows.forEach(row -> byScript.computeIfAbsent(row.script(), s -> new ArrayList<>()).add(row));
    List<List<RowId>> most = new ArrayList<>(byScript.values());
    if (!query.wanted().isEmpty()) {
      most.sort(Comparator.comparingInt((List<RowId> ofScript) -> ofScript.size()).reversed());
    }
    Map<Long, List<RowId>> chosen = new LinkedHashMap<>();
    int left = MAX_ROWS_LOOKED_AT;
    for (List<RowId> ofScript : most) {
      if (left == 0 || chosen.size() == MAX_SCRIPTS_LOOKED_AT) {
        hasMore = true;
        break;
      }
      List<RowId> chosenRows = ofScript.subList(0, Math.min(left, ofScript.size()));
      hasMore |= chosenRows.size() < ofScript.size();
      left -= chosenRows.size();
      chosen.put(ofScript.get(0).script(), chosenRows);
    }
    Map<FoundScript, List<RowId>> lookedAt = new LinkedHashMap<>();
    for (FoundScript script : sources.scripts(chosen.keySet())) {
      lookedAt.put(script, chosen.getOrDefault(script.number(), List.of()));
    }
    return lookedAt;
  }
}
