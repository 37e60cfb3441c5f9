package prismq.t.script.versioning.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.account.ProvenIdentity;
import prismq.t.script.versioning.problem.OneLine;

/** Exchanges the code that a browser brought for what the provider says of a person. */
final class CodeExchange {
  private static final Logger LOG = LoggerFactory.getLogger(CodeExchange.class);

  private final OidcSettings settings;
  private final OidcDiscovery.DiscoveredProvider provider;

  CodeExchange(OidcSettings settings, OidcDiscovery.DiscoveredProvider provider) {
    this.settings = settings;
    this.provider = provider;
  }

  ProvenIdentity identity(AuthorizationCode code, CodeVerifier verifier, Nonce nonce)
      throws IOException, GeneralException {
    OIDCTokenResponse tokens = tokens(code, verifier);
    IDTokenClaimsSet token = checked(tokens, nonce);
    Map<String, Object> claims = new HashMap<>(more(tokens, token));
    claims.putAll(token.toJSONObject());
    return new OidcClaims(settings, claims).identity(token.getSubject().getValue());
  }

  private OIDCTokenResponse tokens(AuthorizationCode code, CodeVerifier verifier)
      throws IOException, GeneralException {
    TokenRequest request =
        new TokenRequest.Builder(
                provider.metadata().getTokenEndpointURI(),
                client(),
                new AuthorizationCodeGrant(code, settings.callback(), verifier))
            .build();
    TokenResponse response = OIDCTokenResponseParser.parse(sent(request.toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      throw SignOnProblem.refused(settings.name(), response.toErrorResponse());
    }
    if (response.toSuccessResponse() instanceof OIDCTokenResponse tokens
        && tokens.getOIDCTokens().getIDToken() != null) {
      return tokens;
    }
    throw new GeneralException("it gave no token that says who signed in");
  }

  private ClientAuthentication client() {
    ClientID id = new ClientID(settings.clientId());
    Secret secret = new Secret(settings.clientSecret());
    @Nullable List<ClientAuthenticationMethod> taken =
        provider.metadata().getTokenEndpointAuthMethods();
    // Basic is what there is where a provider names none.
    boolean isBasic =
        taken == null
            || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            || !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return isBasic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
  }

  private IDTokenClaimsSet checked(OIDCTokenResponse tokens, Nonce nonce) throws IOException {
    try {
      // The signature, who it is from, whom it is for, when it ends, and what it was asked for.
      return provider.tokens().validate(tokens.getOIDCTokens().getIDToken(), nonce);
    } catch (BadJOSEException | JOSEException e) {
      LOG.warn("A token of {} was not believed: {}", settings.issuer(), OneLine.of(e));
      throw SignOnProblem.untrue(settings.name());
    }
  }

  /** What the provider only says where it is asked for it. */
  private Map<String, Object> more(OIDCTokenResponse tokens, IDTokenClaimsSet token)
      throws IOException, GeneralException {
    @Nullable URI endpoint = provider.metadata().getUserInfoEndpointURI();
    boolean isAllTold = OidcClaims.tellAll(settings, token.toJSONObject());
    if (endpoint == null || isAllTold) {
      return Map.of();
    }
    UserInfoResponse response =
        UserInfoResponse.parse(
            sent(
                new UserInfoRequest(endpoint, tokens.getOIDCTokens().getBearerAccessToken())
                    .toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      throw new GeneralException("it tells nothing of the person");
    }
    var told = response.toSuccessResponse().getUserInfo();
    if (told == null || !token.getSubject().equals(told.getSubject())) {
      throw SignOnProblem.untrue(settings.name());
    }
    return told.toJSONObject();
  }

  private static HTTPResponse sent(HTTPRequest request) throws IOException {
    request.setConnectTimeout(OidcDiscovery.TIMEOUT);
    request.setReadTimeout(OidcDiscovery.TIMEOUT);
    request.setFollowRedirects(false);
    return request.send();
  }
}
