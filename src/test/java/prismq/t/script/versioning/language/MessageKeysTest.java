package prismq.t.script.versioning.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message is used somewhere, and everything that is looked up is there. */
class MessageKeysTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages.properties");

  /** What keys start with whose ends are put together in the program. */
  private static final Set<String> LOOKED_UP_BY_PARTS =
      Set.of(
          "notification.level.",
          "notification.said.",
          "account.done_",
          "annotate.by.",
          "annex.act.",
          "annex.head.",
          "annex.none_of.",
          "annex.sum.",
          "annex.table.",
          "audit.act.",
          "compare.ignore.",
          "compare.label.",
          "compare.only.",
          "compare.summary.",
          "compare.lines.",
          "reading.hidden.",
          "reading.now.",
          "reading.outcome.",
          "reading.was.",
          "compare.view.",
          "count.",
          "import.format.",
          "import.place.",
          "label.act.",
          "label.movers.",
          "label.not_mover.",
          "office.lost.",
          "office.title.",
          "office.unread.",
          "people.role_",
          "people.role_title_",
          "problem.title.",
          "problem.typed.",
          "remark.git.",
          "remark.order_by_",
          "remark.prismq.no_json",
          "report.figure.",
          "report.only.",
          "report.steps_",
          "comments.show_",
          "reviews.kind.",
          "reviews.role.",
          "reviews.rule.",
          "reviews.said.",
          "reviews.state.",
          "reviews.turn.",
          "reviews.verdict.",
          "revision.scheme.",
          "rights.may_",
          "search.read.",
          "search.said.",
          "search.takes.",
          "share.about.",
          "share.download.",
          "share.heading.",
          "share.newest.",
          "share.newest_hint.",
          "share.open_title.",
          "share.pinned.",
          "share.pinned_hint.",
          "share.state.",
          "time.",
          "token.fault_",
          "token.right_",
          "token.right_title_");

  /** What is put behind a whole key in the program. */
  private static final Pattern END =
      Pattern.compile("(\\.(one|other|words)|_(next|nothing|labels))$");

  private static final String KEY = "([a-z]\\w*(?:\\.\\w+)*)";

  /** A text in quotes, in a program or a template. */
  private static final Pattern QUOTED = Pattern.compile("[\"']" + KEY + "[\"']");

  private static final Pattern IN_TEMPLATE = Pattern.compile("(?<!@code )#\\{" + KEY + "[(}]");

  private static final Pattern LOOKED_UP =
      Pattern.compile(
          "(?:Messages\\.(?:text|html|pattern)|FilledMessage\\.of|messages\\.(?:html|pattern)"
              + "|pageWords\\.say)\\(\\s*[\"']"
              + KEY
              + "[\"']\\s*[,)]");

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:Messages\\.(?:count|htmlCount)|FilledMessage\\.count|messages\\.count"
              + "|pageWords\\.count)\\(\\s*[\"']"
              + KEY
              + "[\"']\\s*[,)]");

  private final Set<String> keys = Language.read("/messages.properties").keySet();
  private final List<String> sources =
      Stream.of("src/main/java", "templates", "static/js", "static/editor", "static/lines")
          .flatMap(MessageKeysTest::files)
          .map(MessageKeysTest::text)
          .toList();

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> all(Pattern pattern) {
    return sources.stream()
        .flatMap(source -> pattern.matcher(source).results())
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyMessageIsUsed() {
    Set<String> used = all(QUOTED);
    used.addAll(all(IN_TEMPLATE));
    assertThat(keys)
        .filteredOn(
            key ->
                !used.contains(key)
                    && !used.contains(END.matcher(key).replaceFirst(""))
                    && LOOKED_UP_BY_PARTS.stream().noneMatch(key::startsWith))
        .isEmpty();
  }

  @Test
  void everythingLookedUpIsThere() {
    Set<String> wanted = all(IN_TEMPLATE);
    wanted.addAll(all(LOOKED_UP));
    all(COUNTED)
        .forEach(
            key -> {
              wanted.add(key + ".one");
              wanted.add(key + ".other");
            });
    wanted.removeAll(keys);
    assertThat(wanted).isEmpty();
  }

  @Test
  void whatIsLookedUpByPartsIsDeclaredOnlyWhereItIs() {
    String all = String.join("\n", sources);
    assertThat(LOOKED_UP_BY_PARTS)
        .allSatisfy(
            start -> {
              assertThat(all).containsPattern("[\"']" + Pattern.quote(start) + "[\"']");
              assertThat(keys).anyMatch(key -> key.startsWith(start));
            });
  }

  @Test
  void noKeyIsWrittenTwice() throws IOException {
    Set<String> seen = new HashSet<>();
    Pattern entry = Pattern.compile("^" + KEY + " = ");
    assertThat(Files.readAllLines(MESSAGES))
        .filteredOn(line -> entry.matcher(line).find())
        .filteredOn(line -> !seen.add(line.substring(0, line.indexOf(" = "))))
        .isEmpty();
  }
}
