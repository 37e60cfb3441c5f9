package prismq.t.script.versioning.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * The names by which requests may call the server. A name that can be registered is not among them
 * unless it was given, because its owner could point it here, and then read and write through the
 * browsers of visitors of his page (DNS rebinding).
 */
public final class ServerNames {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Names under these cannot be registered on the Internet. */
  private static final List<String> LOCAL_ENDINGS =
      List.of(".localhost", ".local", ".lan", ".internal", ".home.arpa");

  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|\\[[0-9a-f:.]+]");
  private static final Pattern SINGLE_LABEL = Pattern.compile("[a-z0-9_-]+");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?");

  private final Set<String> given = new HashSet<>();
  private final boolean network;

  private ServerNames(Collection<String> given, boolean network) {
    given.forEach(name -> this.given.add(normalised(name)));
    this.network = network;
  }

  /** Those of this machine, and the given ones. */
  public static ServerNames ofThisMachine(Collection<String> given) {
    return new ServerNames(given, false);
  }

  /** Addresses, the names that only a local network gives, and the given ones. */
  public static ServerNames ofTheNetwork(Collection<String> given) {
    return new ServerNames(given, true);
  }

  /** Whether this is an address or a name of this machine that no other one can reach. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.contains(host) || host.equals("::1");
  }

  /** Whether this has the form of a name, without a scheme and a port. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * Whether a request with this host is for this server.
   *
   * @param host the header, without a port at its end; null if there is none, as only clients that
   *     are no browsers send it
   */
  public boolean include(@Nullable String host) {
    if (host == null) {
      return network;
    }
    String name = normalised(host.replaceFirst(":\\d+$", ""));
    return LOOPBACK.contains(name) || given.contains(name) || (network && isLocal(name));
  }

  private static boolean isLocal(String name) {
    return ADDRESS.matcher(name).matches()
        || SINGLE_LABEL.matcher(name).matches()
        || LOCAL_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static String normalised(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Tells a client that used another name what to do. */
  FilledMessage refusal() {
    return FilledMessage.of(network ? "problem.name_of_network" : "problem.name_of_machine");
  }
}
