package prismq.t.script.versioning;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import prismq.t.script.versioning.web.Proxies;
import prismq.t.script.versioning.web.ServerNames;

/**
 * How the server runs.
 *
 * @param data the folder of the database file
 * @param port 0 for any free one
 * @param serverNames further names by which requests may call the server
 * @param proxies those that are believed what they say of clients
 * @param sizeLimit largest content accepted, in bytes
 * @param develop whether templates and static files are read anew from the working folder
 */
public record Config(
    Path data,
    String host,
    int port,
    List<String> serverNames,
    Proxies proxies,
    int sizeLimit,
    boolean develop) {
  /** The names by which requests may call the server. */
  ServerNames names() {
    return ServerNames.isLoopback(host)
        ? ServerNames.ofThisMachine(serverNames)
        : ServerNames.ofTheNetwork(Stream.concat(serverNames.stream(), Stream.of(host)).toList());
  }

  /**
   * Whether nobody but whoever uses this computer reaches the server. A further name or a proxy
   * says that others are let in.
   */
  boolean isOnlyThisComputer() {
    return ServerNames.isLoopback(host) && serverNames.isEmpty() && proxies.areNone();
  }
}
