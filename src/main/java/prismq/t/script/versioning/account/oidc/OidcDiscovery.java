package prismq.t.script.versioning.account.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where the endpoints of a provider are and how it signs, and keeps that for an hour. */
final class OidcDiscovery {
  /** How long to wait for a connection, and for an answer, in milliseconds. */
  static final int TIMEOUT = 5_000;

  /** How far the clock of the provider may be from ours, in seconds. */
  private static final int CLOCK_SKEW = 60;

  private static final int MAX_KEYS = 512 * 1024;
  private static final Duration LIFE = Duration.ofHours(1);

  /** Nobody waits for a provider that did not answer just now. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Those with a pair of keys that we take, best known first. */
  private static final List<JWSAlgorithm> ALGORITHMS =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.PS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512);

  private final OidcSettings settings;
  private @Nullable DiscoveredProvider known;
  private @Nullable IOException failure;
  private long at;

  OidcDiscovery(OidcSettings settings) {
    this.settings = settings;
  }

  /** A provider as it describes itself. */
  record DiscoveredProvider(OIDCProviderMetadata metadata, IDTokenValidator tokens) {}

  /** The provider, read anew where that was long ago. */
  synchronized DiscoveredProvider provider() throws IOException, GeneralException {
    if (known != null && age().compareTo(LIFE) < 0) {
      return known;
    }
    if (failure != null && age().compareTo(PAUSE) < 0) {
      throw failure;
    }
    try {
      DiscoveredProvider found = discover();
      known = found;
      failure = null;
      return found;
    } catch (IOException e) {
      failure = e;
      throw e;
    } finally {
      at = System.nanoTime();
    }
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - at);
  }

  private DiscoveredProvider discover() throws IOException, GeneralException {
    OIDCProviderMetadata metadata =
        OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT, TIMEOUT);
    if (metadata.getAuthorizationEndpointURI() == null
        || metadata.getTokenEndpointURI() == null
        || metadata.getJWKSetURI() == null) {
      throw new GeneralException("an endpoint is missing");
    }
    OIDCClientMetadata client = new OIDCClientMetadata();
    client.setIDTokenJWSAlg(algorithm(metadata));
    IDTokenValidator tokens =
        IDTokenValidator.create(
            metadata,
            new OIDCClientInformation(
                new ClientID(settings.clientId()),
                null,
                client,
                new Secret(settings.clientSecret())),
            JWKSourceBuilder.<SecurityContext>create(
                    metadata.getJWKSetURI().toURL(),
                    new DefaultResourceRetriever(TIMEOUT, TIMEOUT, MAX_KEYS))
                .build());
    tokens.setMaxClockSkew(CLOCK_SKEW);
    return new DiscoveredProvider(metadata, tokens);
  }

  private static JWSAlgorithm algorithm(OIDCProviderMetadata metadata) throws GeneralException {
    @Nullable List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
    return ALGORITHMS.stream()
        .filter(algorithm -> offered != null && offered.contains(algorithm))
        .findFirst()
        .orElseThrow(() -> new GeneralException("it signs by no algorithm that we take"));
  }
}
