package prismq.t.script.versioning.account;

/** What clients are counted by. */
public final class ClientNetwork {
  private ClientNetwork() {}

  /** An address of IPv4, or the start of one of IPv6: one customer has all that begin alike. */
  public static String of(String address) {
    String[] parts = address.split(":", -1);
    return parts.length < 4 || address.contains("::")
        ? address
        : String.join(":", parts[0], parts[1], parts[2], parts[3]);
  }
}
