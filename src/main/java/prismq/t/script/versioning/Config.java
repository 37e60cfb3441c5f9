package prismq.t.script.versioning;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import prismq.t.script.versioning.web.ServerNames;

/**
 * How the server runs.
 *
 * @param data the folder of the database file
 * @param port 0 for any free one
 * @param allowAnonymous whether everybody who reaches the server may do everything
 * @param serverNames further names by which requests may call the server
 * @param sizeLimit largest content accepted, in bytes
 * @param develop whether templates and static files are read anew from the working folder
 */
public record Config(
    Path data,
    String host,
    int port,
    boolean allowAnonymous,
    List<String> serverNames,
    int sizeLimit,
    boolean develop) {
  /** The names by which requests may call the server. */
  ServerNames names() {
    return allowAnonymous
        ? ServerNames.ofTheNetwork(Stream.concat(serverNames.stream(), Stream.of(host)).toList())
        : ServerNames.ofThisMachine(serverNames);
  }
}
