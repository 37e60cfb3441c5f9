package prismq.t.script.versioning.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.account.ClientNetwork;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Bounds how many requests an address, an account and a token may make. Nobody who reads and writes
 * notices; a program that runs away, or somebody who crawls, does. Requests of this machine are not
 * counted: a proxy that was not named makes everybody seem to be here.
 */
public final class RateLimits {
  /** An office has one address. */
  private static final int PEOPLE_OF_AN_ADDRESS = 4;

  private static final int MAX_BUCKETS = 10_000;

  /** By then every bucket is full again. */
  private static final Duration MEMORY = Duration.ofMinutes(5);

  private static final Pattern DEAR =
      Pattern.compile(
          ".*/(search|report|phrase-history|annotate(\\.txt)?|annotations|diff|compare/[^/]*"
              + "|shared/[^/]*)");

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_BUCKETS).expireAfterAccess(MEMORY).build();

  /** Kinds of requests, with how many somebody may make at once, and in each second after that. */
  private enum Load {
    READ(400, 20),
    DEAR_READ(100, 5),
    WRITE(300, 10),
    /** To open a share link, by a secret that somebody may guess. */
    SHARE_LINK(30, 1);

    private final int atOnce;
    private final int perSecond;

    Load(int atOnce, int perSecond) {
      this.atOnce = atOnce;
      this.perSecond = perSecond;
    }

    static Load of(Context context) {
      if (context.path().startsWith(Urls.SHARE_LINK)) {
        return SHARE_LINK;
      }
      String method = context.method().name();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        return WRITE;
      }
      return DEAR.matcher(context.path()).matches() ? DEAR_READ : READ;
    }

    Bucket bucket(int people) {
      return Bucket.builder()
          .addLimit(
              limit ->
                  limit
                      .capacity((long) atOnce * people)
                      .refillGreedy((long) perSecond * people, Duration.ofSeconds(1)))
          .build();
    }
  }

  /**
   * Counts a request.
   *
   * @throws Problem if there were too many before it
   */
  public void check(Context context) {
    String address = Client.of(context).address();
    if (isHere(address) || context.path().startsWith(Assets.PREFIX)) {
      return;
    }
    Load load = Load.of(context);
    count(context, load, "address " + ClientNetwork.of(address), PEOPLE_OF_AN_ADDRESS);
    for (String person : people(context)) {
      count(context, load, person, 1);
    }
  }

  private static boolean isHere(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }

  /** Who asks, by account and by token; whoever makes tokens up is counted by the address. */
  private static List<String> people(Context context) {
    List<String> people = new ArrayList<>();
    if (Requester.of(context) instanceof SignedIn signedIn) {
      people.add("account " + signedIn.account().id());
    }
    if (Requester.of(context) instanceof Guest guest) {
      people.add("guest " + guest.visit());
    }
    @Nullable String authorization = context.header("Authorization");
    if (authorization != null) {
      people.add("token " + hash(authorization));
    }
    return people;
  }

  private static String hash(String text) {
    return ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private void count(Context context, Load load, String who, int people) {
    ConsumptionProbe probe =
        buckets.get(load + " " + who, key -> load.bucket(people)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      context.header("Retry-After", Long.toString(seconds));
      throw new Problem(
          ProblemKind.TOO_MANY_REQUESTS,
          FilledMessage.of("problem.too_many_requests"),
          FilledMessage.count("problem.too_many_requests_next", seconds, seconds));
    }
  }
}
