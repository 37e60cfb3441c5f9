package prismq.t.script.versioning.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/** Which addresses can be told something. */
final class WebhookAddress {
  /** Longest address, in characters. */
  static final int MAX_LENGTH = 500;

  /**
   * Of the host of each machine of Azure, which only these machines reach and which trusts them.
   */
  private static final byte[] HOST_OF_AZURE = {(byte) 168, 63, (byte) 129, 16};

  private WebhookAddress() {}

  /**
   * An address as it is kept.
   *
   * @throws InvalidInputException if it is none of a server, or has a password in it
   */
  static String checked(String typed) {
    String url = typed.strip();
    if (url.length() > MAX_LENGTH) {
      throw invalid(FilledMessage.of("field.too_long", url.length(), MAX_LENGTH));
    }
    try {
      URI uri = new URI(url);
      @Nullable String scheme = uri.getScheme();
      boolean isOfWeb = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      if (!isOfWeb || uri.getHost() == null || uri.getPort() > 65_535) {
        throw invalid(FilledMessage.of("webhook.no_address"));
      }
      if (uri.getUserInfo() != null || uri.getFragment() != null) {
        throw invalid(FilledMessage.of("webhook.only_address"));
      }
      return uri.toASCIIString();
    } catch (URISyntaxException e) {
      throw invalid(FilledMessage.of("webhook.no_address"));
    }
  }

  private static InvalidInputException invalid(FilledMessage message) {
    return new InvalidInputException("url", message);
  }

  /**
   * Whether an address is of this machine or of a network that is not the Internet, where servers
   * trust whoever reaches them (RFC 6890, and addresses with one of IPv4 in them).
   */
  static boolean isInner(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (bytes.length == 4) {
      return first == 0
          || Arrays.equals(bytes, HOST_OF_AZURE)
          || (first == 100 && (second & 0xc0) == 64)
          || (first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2))
          || (first == 198 && (second & 0xfe) == 18)
          || first >= 240;
    }
    // Unique local; IPv4 by NAT64 and in other ways; 6to4 and Teredo, with an IPv4 address inside.
    return (first & 0xfe) == 0xfc
        || first == 0
        || (first == 0x20 && second == 2)
        || (first == 0x20 && second == 1 && bytes[2] == 0 && bytes[3] == 0);
  }
}
