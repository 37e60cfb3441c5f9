package prismq.t.script.versioning;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.oidc.OidcSettings;
import prismq.t.script.versioning.mail.MailSettings;
import prismq.t.script.versioning.web.Proxies;
import prismq.t.script.versioning.web.ServerNames;

/**
 * How the server runs.
 *
 * @param data the folder of the database file
 * @param port 0 for any free one
 * @param serverNames further names by which requests may call the server
 * @param proxies those that are believed what they say of clients
 * @param baseUrl what links in mails start with; null where none is told
 * @param mail the server that takes mails; null where there is none
 * @param signOn the provider of single sign-on; null where there is none
 * @param tellsInside whether webhooks may be of this machine and of inner networks
 * @param sizeLimit largest content accepted, in bytes
 * @param develop whether templates and static files are read anew from the working folder
 */
public record Config(
    Path data,
    String host,
    int port,
    List<String> serverNames,
    Proxies proxies,
    @Nullable String baseUrl,
    @Nullable OidcSettings signOn,
    @Nullable MailSettings mail,
    boolean tellsInside,
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
