package prismq.t.script.versioning.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, and from where.
 *
 * @param name who is signed in; null where nobody is, so that whoever the request names counts
 * @param address that of the client; null on the command line
 * @param token by which it is done in that name; null for none
 * @param accountId the number of the account in whose name it is done; null for none
 */
public record Actor(
    @Nullable String name,
    @Nullable String address,
    @Nullable ActingToken token,
    @Nullable Long accountId) {
  /** Whoever sits at this computer. */
  public static final Actor THIS_COMPUTER = new Actor(null, null);

  /** Whoever does it without an account. */
  public Actor(@Nullable String name, @Nullable String address) {
    this(name, address, null, null);
  }

  /** Whoever asks from this address, as Jetty writes it: an IPv6 address in brackets. */
  public static Actor at(String address) {
    String bare = address.replaceAll("[\\[\\]]", "");
    return new Actor(null, bare.equals("0:0:0:0:0:0:0:1") ? "::1" : bare);
  }

  /** Somebody of this name, from the same address. */
  public Actor named(String other) {
    return new Actor(other, address);
  }

  /** The same, by this name where nobody is signed in. */
  Actor orNamed(String other) {
    return name == null ? named(other) : this;
  }
}
