package prismq.t.script.versioning.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matches of a search in one script, the best first.
 *
 * @param count of all that fits there, of which some may be left out of the list
 * @param together where all words are, if they are in no paragraph together; else null
 */
record ScriptMatches(
    FoundScript script, List<Match> matches, int count, @Nullable Together together) {
  ScriptMatches(FoundScript script, List<Match> matches, int count) {
    this(script, matches, count, null);
  }

  /** The same with some of the matches. */
  ScriptMatches range(int from, int to) {
    int start = Math.min(from, matches.size());
    return new ScriptMatches(
        script, matches.subList(start, Math.min(to, matches.size())), count, together);
  }
}
