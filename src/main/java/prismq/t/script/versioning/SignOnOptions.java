package prismq.t.script.versioning;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.oidc.OidcSettings;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.web.ServerNames;
import prismq.t.script.versioning.web.Urls;

/** The options of single sign-on. */
final class SignOnOptions {
  private static final String SECRET = "SCRIPT_VERSIONING_OIDC_CLIENT_SECRET";

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      defaultValue = "${env:SCRIPT_VERSIONING_OIDC_ISSUER:-}",
      description =
          "Lets people sign in at a provider of OpenID Connect, such as https://login.example.org;"
              + " exactly as the provider writes its issuer. Needs --base-url.")
  private String issuer = "";

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      defaultValue = "${env:SCRIPT_VERSIONING_OIDC_CLIENT_ID:-}",
      description = "How the provider knows this server.")
  private String clientId = "";

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      defaultValue = "${env:SCRIPT_VERSIONING_OIDC_CLIENT_SECRET_FILE:-}",
      description =
          "A file with the secret of the client; or set the environment variable "
              + SECRET
              + " to the secret itself.")
  private String secretFile = "";

  @Option(
      names = "--oidc-name",
      paramLabel = "NAME",
      defaultValue = "${env:SCRIPT_VERSIONING_OIDC_NAME:-}",
      description = "How the provider is called on pages (default: the host of its address).")
  private String name = "";

  @Option(
      names = "--oidc-role-claim",
      paramLabel = "CLAIM",
      defaultValue = "${env:SCRIPT_VERSIONING_OIDC_ROLE_CLAIM:-}",
      description = "The claim that gives people their role at each sign-in, such as groups.")
  private String roleClaim = "";

  @Option(
      names = "--oidc-roles",
      paramLabel = "VALUE=ROLE",
      defaultValue = "${env:SCRIPT_VERSIONING_OIDC_ROLES:-}",
      description =
          "What the claim gives a role for, such as writers=editor,chiefs=admin; who has none of"
              + " these is not let in.")
  private String roles = "";

  private @Nullable CommandSpec spec;
  private List<String> missing = new ArrayList<>();

  /**
   * The provider; null where none is named.
   *
   * @throws ParameterException if something is missing or wrong
   */
  @Nullable OidcSettings settings(CommandSpec command, @Nullable String baseUrl) {
    spec = command;
    boolean isAnySet =
        !(clientId + secretFile + name + roleClaim + roles).isBlank() || !issuer.isBlank();
    if (!isAnySet) {
      return null;
    }
    missing = new ArrayList<>();
    String secret =
        SecretSource.read(command, SECRET, secretFile.isBlank() ? null : Path.of(secretFile))
            .orElse("");
    need("--oidc-issuer", issuer);
    need("--oidc-client-id", clientId);
    need(SECRET + " or --oidc-client-secret-file", secret);
    need("--base-url", baseUrl == null ? "" : baseUrl);
    if (!missing.isEmpty()) {
      throw wrong("Single sign-on also needs: " + String.join(", ", missing));
    }
    URI address = address();
    return new OidcSettings(
        issuer.strip(),
        clientId.strip(),
        secret,
        name.isBlank() ? String.valueOf(address.getHost()) : name.strip(),
        URI.create(baseUrl + Urls.SIGN_ON_CALLBACK),
        roleClaim.isBlank() ? null : roleClaim.strip(),
        roles());
  }

  private void need(String option, String value) {
    if (value.isBlank()) {
      missing.add(option);
    }
  }

  /** What is read in plain text on the way could be changed by anybody. */
  private URI address() {
    try {
      URI uri = new URI(issuer.strip());
      @Nullable String host = uri.getHost();
      boolean isSafe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && host != null && ServerNames.isLoopback(host));
      if (isSafe && host != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told as below.
    }
    throw wrong("'" + issuer + "' is not the https:// address of a provider");
  }

  private Map<String, Role> roles() {
    if (roleClaim.isBlank() != roles.isBlank()) {
      throw wrong("--oidc-role-claim and --oidc-roles need each other");
    }
    Map<String, Role> byValue = new LinkedHashMap<>();
    for (String pair : roles.split(",", -1)) {
      int equals = pair.lastIndexOf('=');
      if (!roles.isBlank()) {
        if (equals < 1) {
          throw wrong("'" + pair + "' is not such as writers=editor");
        }
        byValue.put(pair.substring(0, equals).strip(), role(pair.substring(equals + 1).strip()));
      }
    }
    return byValue;
  }

  private Role role(String word) {
    try {
      return Role.of(word);
    } catch (InvalidInputException e) {
      throw wrong("'" + word + "' is no role; there are " + Role.words());
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), sentence);
  }
}
