package prismq.t.script.versioning.account.oidc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.account.ProvenIdentity;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.problem.Problem;

/**
 * Signs people in at a provider, by the authorization code flow with PKCE. State, nonce and
 * verifier are derived from a secret that only the browser holds, so that a code is of use to no
 * other.
 */
public final class OidcProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

  /** Requests to the provider at once; where it hangs, everybody else is answered on. */
  private static final int MAX_CALLS = 6;

  private final OidcSettings settings;
  private final OidcDiscovery discovery;
  private final Semaphore calls = new Semaphore(MAX_CALLS);

  /** Nothing is asked of the provider before somebody wants to sign in. */
  public OidcProvider(OidcSettings settings) {
    this.settings = settings;
    this.discovery = new OidcDiscovery(settings);
  }

  /** Somebody comes from a provider to whom nobody sent that browser. */
  public static Problem unasked() {
    return SignOnProblem.unasked();
  }

  /** How the provider is called on pages. */
  public String name() {
    return settings.name();
  }

  /** What names it for good. */
  public String issuer() {
    return settings.issuer();
  }

  private static State state(Secret secret) {
    return new State(secret.derived("state"));
  }

  private static Nonce nonce(Secret secret) {
    return new Nonce(secret.derived("nonce"));
  }

  private static CodeVerifier verifier(Secret secret) {
    return new CodeVerifier(secret.derived("verifier"));
  }

  /**
   * Where a browser is sent to sign in.
   *
   * @throws Problem if the provider cannot be reached
   */
  public URI address(Secret secret) {
    return calling(
        () ->
            new AuthenticationRequest.Builder(
                    new ResponseType(ResponseType.Value.CODE),
                    new Scope("openid", "email", "profile"),
                    new ClientID(settings.clientId()),
                    settings.callback())
                .endpointURI(discovery.provider().metadata().getAuthorizationEndpointURI())
                .state(state(secret))
                .nonce(nonce(secret))
                .codeChallenge(verifier(secret), CodeChallengeMethod.S256)
                .build()
                .toURI());
  }

  /**
   * Who has signed in, by what the provider had the browser bring back.
   *
   * @throws Problem if nobody has, or the provider cannot be believed
   */
  public ProvenIdentity identity(Secret secret, Map<String, List<String>> answer) {
    return calling(
        () -> {
          AuthenticationResponse response = read(answer);
          if (!state(secret).equals(response.getState())) {
            throw SignOnProblem.unasked();
          }
          if (response.getIssuer() != null
              && !settings.issuer().equals(response.getIssuer().getValue())) {
            throw SignOnProblem.untrue(settings.name());
          }
          if (!response.indicatesSuccess()) {
            throw SignOnProblem.refused(settings.name(), response.toErrorResponse());
          }
          return new CodeExchange(settings, discovery.provider())
              .identity(
                  response.toSuccessResponse().getAuthorizationCode(),
                  verifier(secret),
                  nonce(secret));
        });
  }

  private AuthenticationResponse read(Map<String, List<String>> answer) {
    try {
      return AuthenticationResponseParser.parse(settings.callback(), answer);
    } catch (ParseException e) {
      throw SignOnProblem.unasked();
    }
  }

  private interface ProviderCall<T> {
    T run() throws IOException, GeneralException;
  }

  private <T> T calling(ProviderCall<T> call) {
    if (!calls.tryAcquire()) {
      throw SignOnProblem.unreachable(settings.name());
    }
    try {
      return call.run();
    } catch (IOException e) {
      LOG.warn("{} cannot be reached: {}", settings.issuer(), OneLine.of(e));
      throw SignOnProblem.unreachable(settings.name());
    } catch (GeneralException e) {
      LOG.warn("{} answered what makes no sense: {}", settings.issuer(), OneLine.of(e));
      throw SignOnProblem.nonsense(settings.name());
    } finally {
      calls.release();
    }
  }
}
