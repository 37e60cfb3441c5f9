package prismq.t.script.versioning.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.PassageTexts;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionNote;

/** Collects what is shown of matches in one script. */
final class ResultReader {
  /** Characters shown of a passage, and of a version's description. */
  private static final int MAX_PASSAGE_LENGTH = 480;

  private static final int MAX_SAID_LENGTH = 240;

  /** Characters of a passage that its history is searched by. */
  private static final int MAX_PHRASE_LENGTH = 300;

  /** Most spans and ranges shown, the newest ones. */
  private static final int MAX_SPANS = 100;

  /** In longer texts hits are not marked once a search has taken too long. */
  private static final int LONG_TEXT = 50_000;

  private final SearchSources sources;
  private final ScriptSearch search;
  private final Wanted wanted;
  private final Deadline deadline;
  private final Map<Integer, String> branches = new HashMap<>();
  private final Map<Long, Found.ToldAuthor> authors;

  ResultReader(SearchSources sources, ScriptSearch search, Wanted wanted, Deadline deadline) {
    this.sources = sources;
    this.search = search;
    this.wanted = wanted;
    this.deadline = deadline;
    for (Branch branch : sources.versionManager().branches(search.script().scriptId())) {
      branches.put(branch.branchNumber(), branch.name());
    }
    this.authors =
        sources.told(LongStream.of(search.versions().authors()).distinct().boxed().toList());
  }

  List<Found.Result> results(List<Match> matches) {
    int[] passages =
        matches.stream()
            .filter(Match::isPassage)
            .mapToInt(match -> match.passages().get(0))
            .toArray();
    Map<Integer, String> texts =
        passages.length == 0 ? Map.of() : PassageTexts.of(search.history(), passages);
    List<Found.Result> results = new ArrayList<>();
    for (Match match : matches) {
      Found.Result result = result(match, texts);
      if (result != null) {
        results.add(result);
      }
    }
    return results;
  }

  private Found.@Nullable Result result(Match match, Map<Integer, String> texts) {
    if (match.isPassage()) {
      return passage(match, texts.getOrDefault(match.passages().get(0), ""));
    }
    return match.isTitle()
        ? new Found.TitleResult(excerpt(search.script().script().title(), MAX_PASSAGE_LENGTH))
        : version(match.number());
  }

  private Excerpt excerpt(String text, int longest) {
    return Excerpt.of(text, hits(text), longest);
  }

  private List<CharacterRange> hits(String text) {
    return text.length() > LONG_TEXT && deadline.hasPassed() ? List.of() : wanted.hits(text);
  }

  private Found.PassageResult passage(Match match, String exact) {
    ScriptText decoded = ScriptText.ofExact(exact);
    String text = decoded.display().strip();
    List<CharacterRange> hits = hits(text);
    List<Span> spans = search.spans(match.passages()).spans();
    return new Found.PassageResult(
        Excerpt.of(text, hits, MAX_PASSAGE_LENGTH),
        decoded.exactlyDecoded() ? Excerpt.around(text, hits, MAX_PHRASE_LENGTH) : null,
        spans.stream().limit(MAX_SPANS).map(this::told).toList(),
        spans.size(),
        ranges(search.holders(match.passages())),
        told(search.firstVersion(match)));
  }

  private Found.ToldSpan told(Span span) {
    return new Found.ToldSpan(
        span,
        branches.getOrDefault(span.branchNumber(), ""),
        told(span.from()),
        span.removedIn() == 0 ? null : told(span.removedIn()),
        span.omittedBy().stream().map(this::toldBranch).toList());
  }

  private Found.ToldBranch toldBranch(int version) {
    int branch = search.graph().branchNumber(version);
    return new Found.ToldBranch(version, branch, branches.getOrDefault(branch, ""));
  }

  private Found.ToldVersion told(int version) {
    ScriptVersions versions = search.versions();
    int known = Math.min(version, versions.latest());
    Found.ToldAuthor author =
        authors.getOrDefault(versions.authors()[known], Found.ToldAuthor.UNKNOWN);
    return new Found.ToldVersion(
        version, author.name(), author.person(), versions.createdAt(known));
  }

  /** The newest ranges, newest first. */
  private static List<Found.VersionRange> ranges(BitSet versions) {
    List<Found.VersionRange> ranges = new ArrayList<>();
    int last = versions.length() - 1;
    while (last > 0 && ranges.size() < MAX_SPANS) {
      int first = versions.previousClearBit(last) + 1;
      ranges.add(new Found.VersionRange(first, last));
      last = versions.previousSetBit(first - 1);
    }
    return Collections.unmodifiableList(ranges);
  }

  private Found.@Nullable Result version(int number) {
    try {
      Version version = sources.versionManager().version(search.script().scriptId(), number);
      List<Found.Said> said = new ArrayList<>();
      VersionNote.byName(version)
          .forEach(
              (name, texts) -> {
                String text = texts.stream().collect(Collectors.joining("\n")).strip();
                Excerpt excerpt = excerpt(text, MAX_SAID_LENGTH);
                if (!excerpt.hits().isEmpty()) {
                  said.add(new Found.Said(name, excerpt));
                }
              });
      return new Found.VersionResult(version, excerpt(version.summary(), MAX_SAID_LENGTH), said);
    } catch (DamagedVersionException e) {
      return null; // It was removed meanwhile.
    }
  }
}
