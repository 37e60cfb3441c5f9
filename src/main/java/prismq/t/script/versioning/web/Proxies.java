package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that are believed what they say of a client in {@code X-Forwarded-For} and {@code
 * X-Forwarded-Proto}. From anybody else these headers mean nothing.
 */
public final class Proxies {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final List<Network> networks;
  private final @Nullable String userHeader;

  private Proxies(List<Network> networks, @Nullable String userHeader) {
    this.networks = networks;
    this.userHeader = userHeader;
  }

  /** Addresses that begin with the same bits. */
  private record Network(byte[] start, int bits) {
    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * These.
   *
   * @param named addresses such as 127.0.0.1, or networks such as 172.16.0.0/12
   * @throws IllegalArgumentException if one is neither
   */
  public static Proxies of(List<String> named) {
    return new Proxies(named.stream().map(Proxies::network).toList(), null);
  }

  /** The same, which also say in this header who somebody is, by their e-mail address. */
  public Proxies tellingUsersBy(String header) {
    return new Proxies(networks, header);
  }

  /** Whether they say who somebody is, and so let nobody through who is unknown to them. */
  public boolean tellUsers() {
    return userHeader != null;
  }

  /**
   * Who a proxy says that somebody is; empty from anybody else, and where it is said more than
   * once: then whoever asks may have said it, too.
   */
  Optional<String> user(Context context) {
    if (userHeader == null || !include(withoutZone(context.req().getRemoteAddr()))) {
      return Optional.empty();
    }
    List<String> said = Collections.list(context.req().getHeaders(userHeader));
    return said.size() == 1 && !said.get(0).contains(",") && !said.get(0).isBlank()
        ? Optional.of(said.get(0).strip())
        : Optional.empty();
  }

  private static Network network(String named) {
    String[] parts = named.strip().split("/", 2);
    byte[] start =
        bytes(parts[0])
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'"
                            + named
                            + "' is neither an address such as 127.0.0.1 nor a network such as"
                            + " 172.16.0.0/12"));
    int all = start.length * 8;
    if (parts.length == 1) {
      return new Network(start, all);
    }
    int bits = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
    if (bits < 0 || bits > all) {
      throw new IllegalArgumentException(
          "'" + named + "' has no number of bits from 0 to " + all + " after the slash");
    }
    return new Network(start, bits);
  }

  /** Of an address that is written in digits; names are not looked up. */
  private static Optional<byte[]> bytes(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether none is named. */
  public boolean areNone() {
    return networks.isEmpty();
  }

  private boolean include(String address) {
    return bytes(address)
        .map(bytes -> networks.stream().anyMatch(network -> network.holds(bytes)))
        .orElse(false);
  }

  /** Finds out where a request comes from, and remembers it there. */
  public void find(Context context) {
    client(context).remember(context);
  }

  private Client client(Context context) {
    String address = withoutZone(context.req().getRemoteAddr());
    boolean isSecure = context.req().isSecure();
    if (networks.isEmpty() || !include(address)) {
      return new Client(inFull(address), isSecure);
    }
    @Nullable String proto = context.header("X-Forwarded-Proto");
    return new Client(
        inFull(original(context, address)), isSecure || "https".equalsIgnoreCase(last(proto)));
  }

  /** However a proxy writes it: what is counted by addresses is not to be passed by another way. */
  private static String inFull(String address) {
    return bytes(address).map(Proxies::text).orElse(address);
  }

  private static String text(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has four or sixteen bytes", e);
    }
  }

  /** The last address that is none of our proxies: everything before it can be made up. */
  private String original(Context context, String nearest) {
    List<String> passed = new ArrayList<>();
    for (String header : Collections.list(context.req().getHeaders("X-Forwarded-For"))) {
      passed.addAll(Arrays.asList(header.split(",", -1)));
    }
    String address = nearest;
    for (int i = passed.size() - 1; i >= 0 && include(address); i--) {
      String before = passed.get(i).strip();
      if (bytes(before).isEmpty()) {
        return address;
      }
      address = before;
    }
    return address;
  }

  private static String last(@Nullable String header) {
    return header == null ? "" : header.substring(header.lastIndexOf(',') + 1).strip();
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    String plain = zone < 0 ? address : address.substring(0, zone);
    return plain.replaceAll("[\\[\\]]", "");
  }
}
