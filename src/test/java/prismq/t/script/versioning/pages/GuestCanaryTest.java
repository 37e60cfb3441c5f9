package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.pages.Sharing.SharedVisit;

/** A guest of a share link finds nothing by it but what it shows, wherever they look. */
class GuestCanaryTest {
  private static final String ID = "fnordwick";
  private static final String OTHER_ID = "grumbolt";

  /** Words that stand in what is not shared, or is not to be told of what is. */
  private static final List<String> CANARIES =
      List.of(
          ID,
          OTHER_ID,
          "vexilquorm",
          "yzorblenk",
          "quixmarfle",
          "plombeddix",
          "ombertwick",
          "squelvarn",
          "tramblisk",
          "krazzlefen");

  /** Words that links which hide names do not tell either. */
  private static final List<String> NAMES = List.of("drusilvane", "belwhittock", "harkenfold");

  private static final Pattern LINK = Pattern.compile("(?:href|hx-get|action)=\"(/[^\"#]*)");

  private final AtomicInteger answers = new AtomicInteger();
  private final Set<String> leaks = new ConcurrentSkipListSet<>();
  private Site site;
  private List<SharedVisit> visits;

  @BeforeEach
  void open(@TempDir Path folder) {
    site = Site.open(folder);
    site.versions().createScript(ID, "Harbour");
    save(ID, "The vexilquorm sailed.\n", "Nobody", "Before plombeddix");
    save(ID, "The boat left.\n", "Drusilvane", "Because of harkenfold");
    save(ID, "The boat left the harbour.\n\nIt came back.\n", "Belwhittock", "More harkenfold");
    site.branches().create(ID, "yzorblenk", 2);
    site.versions().labelManager().give(ID, "quixmarfle", 3);
    save(ID, "The vexilquorm sailed home.\n", "Nobody", "After plombeddix");
    site.versions().createScript(OTHER_ID, "The tramblisk");
    save(OTHER_ID, "A krazzlefen.\n", "Nobody", "First");
    Team team = Team.on(site);
    team.add(Role.EDITOR);
    Visitor maker = team.signedIn(Role.EDITOR);
    maker.post(
        "/scripts/" + ID + "/versions/3/comments",
        new Form().with("first_line", "1").with("body", "Among us: squelvarn"));
    visits =
        List.of(
            Sharing.open(site, Sharing.make(maker, ID, hiding(Sharing.comparison(2, 3)))),
            Sharing.open(
                site,
                Sharing.make(maker, ID, hiding(Sharing.version(3)).with("decisions", "true"))));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static Form hiding(Form form) {
    return form.with("hide_names", "true").with("watermark", "true").with("note", "For you");
  }

  private void save(String scriptId, String text, String author, String description) {
    site.versions()
        .save(
            NewVersion.builder(scriptId, ScriptText.of(text), Author.named(author), description)
                .metadata(Metadata.of(Map.of("notes", "ombertwick", "model", "squelvarn")))
                .build());
  }

  /** Keeps what an answer says that was not asked with these very words. */
  private Answer looked(String asked, Answer answer) {
    answers.incrementAndGet();
    String said = (answer.headers().map() + answer.html()).toLowerCase(Locale.ROOT);
    String known = asked.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>(CANARIES);
    words.addAll(NAMES);
    for (String word : words) {
      if (said.contains(word) && !known.contains(word)) {
        leaks.add(word + " is told by " + asked);
      }
    }
    return answer;
  }

  @Test
  void noAnswerToAGuestTellsOfAnythingElse() {
    for (SharedVisit visit : visits) {
      List<String> addresses = new ArrayList<>(followedLinks(visit));
      addresses.addAll(routes(visit));
      addresses.addAll(options(visit));
      addresses.parallelStream().forEach(address -> looked(address, visit.guest().get(address)));
      changing(visit).parallelStream().forEach(route -> looked(route, sent(visit, route)));
    }
    assertThat(leaks).isEmpty();
    assertThat(answers.get()).isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void everyWayFromAGuestsPageLeadsBackToItOrToSignIn() {
    for (SharedVisit visit : visits) {
      for (String address : followedLinks(visit)) {
        if (!address.startsWith(visit.url())) {
          Answer answer = visit.guest().get(address);
          assertThat(answer.header("Location")).as(address).startsWith("/sign-in");
        }
      }
    }
  }

  /** All that the links of the guest's pages lead to, and theirs. */
  private Set<String> followedLinks(SharedVisit visit) {
    Set<String> known = new LinkedHashSet<>(List.of(visit.address()));
    Deque<String> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      String address = open.remove();
      Matcher link = LINK.matcher(looked(address, visit.guest().get(address)).html());
      while (link.find()) {
        String next = link.group(1).replace("&amp;", "&");
        if (!next.startsWith("/static/") && known.add(next)) {
          open.add(next);
        }
      }
    }
    return known;
  }

  /** Every route that reads, about everything there is. */
  private Set<String> routes(SharedVisit visit) {
    Set<String> addresses = new TreeSet<>();
    for (String route : site.rights().keySet()) {
      if (route.startsWith("GET ")) {
        addresses.addAll(filled(route.substring("GET ".length()), visit));
      }
    }
    return addresses;
  }

  private static Set<String> filled(String path, SharedVisit visit) {
    Set<String> addresses = new TreeSet<>();
    for (String id : List.of(ID, OTHER_ID, "none", visit.shareLinkId())) {
      for (String version : List.of("1", "2", "3", "4", "latest")) {
        for (String shared : List.of(visit.shareLinkId(), "1", "A".repeat(22))) {
          addresses.add(
              path.replace("{script_id}", id)
                  .replace("{version_number}", version)
                  .replace("{range}", "1..." + version)
                  .replace("{shared}", shared)
                  .replace("{share_link_id}", shared)
                  .replace("{page}", "start")
                  .replace("<branch>", "yzorblenk")
                  .replace("<file>", "icon.svg")
                  .replaceAll("\\{\\w+}", "1"));
        }
      }
    }
    return addresses;
  }

  /** The addresses of the link itself with whatever somebody may try. */
  private static List<String> options(SharedVisit visit) {
    List<String> parameters = new ArrayList<>();
    List<String> names =
        List.of(
            "from", "to", "version", "selected", "branch", "format", "q", "passage", "unfolded");
    for (String name : names) {
      for (String value : List.of("1", "2", "3", "4", "latest", "main", ID, "json", "-1", "x")) {
        parameters.add(name + "=" + value);
      }
    }
    for (String view : List.of("prose", "side-by-side", "unified", "pages", "annotate")) {
      for (int piece = 0; piece < 4; piece++) {
        parameters.add("view=" + view + "&piece=" + piece + "&context=100000");
      }
    }
    List<String> endings =
        List.of("", ".diff", ".json", ".txt", ".criticmarkup", "/report", ".html", "/", "/content");
    List<String> more = IntStream.range(0, 8).mapToObj(i -> "&n=" + i).toList();
    return endings.stream()
        .flatMap(ending -> parameters.stream().map(p -> visit.url() + ending + "?" + p))
        .flatMap(address -> more.stream().map(address::concat))
        .toList();
  }

  /** Every route that saves. */
  private Set<String> changing(SharedVisit visit) {
    Set<String> routes = new TreeSet<>();
    for (String route : site.rights().keySet()) {
      String[] parts = route.split(" ", 2);
      if (!parts[0].equals("GET") && !parts[1].startsWith("/s/")) {
        filled(parts[1], visit).forEach(address -> routes.add(parts[0] + " " + address));
      }
    }
    return routes;
  }

  private Answer sent(SharedVisit visit, String route) {
    String[] parts = route.split(" ", 2);
    return site.ask(
        parts[0],
        parts[1],
        BodyPublishers.ofString("{\"name\": \"x\"}"),
        visit.guest().with("Content-Type", "application/json", "Sec-Fetch-Site", "same-origin"));
  }
}
