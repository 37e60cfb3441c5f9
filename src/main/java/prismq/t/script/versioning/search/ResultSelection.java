package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.List;

/** Selects the results to show; the texts of the rest are not built. */
@FunctionalInterface
interface ResultSelection {
  /** The selected results, the best script first. */
  List<ScriptMatches> of(List<ScriptMatches> all);

  /**
   * Some scripts with the best of each; of one script alone, more.
   *
   * @param page from 1
   */
  static ResultSelection scripts(int page, int scriptsAPage, int bestOfEach, int ofOneAlone) {
    return all -> {
      if (all.size() == 1) {
        ScriptMatches range = all.get(0).range((page - 1) * ofOneAlone, page * ofOneAlone);
        return range.matches().isEmpty() ? List.of() : List.of(range);
      }
      return all.stream()
          .skip((page - 1L) * scriptsAPage)
          .limit(scriptsAPage)
          .map(script -> script.range(0, bestOfEach))
          .toList();
    };
  }

  /**
   * Some results of any scripts.
   *
   * @param page from 1
   */
  static ResultSelection results(int page, int limit) {
    return all -> {
      List<ScriptMatches> chosen = new ArrayList<>();
      int before = (page - 1) * limit;
      int left = limit;
      for (ScriptMatches script : all) {
        int size = script.matches().size();
        if (before < size && left > 0) {
          ScriptMatches range = script.range(before, before + left);
          chosen.add(range);
          left -= range.matches().size();
        }
        before = Math.max(0, before - size);
      }
      return chosen;
    };
  }
}
