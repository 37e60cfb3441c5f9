package prismq.t.script.versioning.pages;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** A provider of OpenID Connect whose tokens and answers are whatever a test wants. */
final class LyingProvider implements AutoCloseable {
  private final HttpServer server;
  private final RSAKey key = newKey();
  private RSAKey signingKey = key;
  private boolean isSigned = true;
  private UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();
  private String nonce = "";
  private String tokenAnswer = "";
  private String discovery = "";

  private LyingProvider(HttpServer server) {
    this.server = server;
  }

  static LyingProvider start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LyingProvider provider = new LyingProvider(server);
    server.createContext(
        "/.well-known/openid-configuration", exchange -> answer(exchange, provider.described()));
    server.createContext(
        "/keys", exchange -> answer(exchange, new JWKSet(provider.key.toPublicJWK()).toString()));
    server.createContext("/token", exchange -> answer(exchange, provider.token()));
    server.start();
    return provider;
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String type = text.startsWith("{") ? "application/json" : "text/html";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String described() {
    return discovery.isEmpty()
        ? """
          {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize",
           "token_endpoint": "ISSUER/token", "jwks_uri": "ISSUER/keys",
           "response_types_supported": ["code"], "subject_types_supported": ["public"],
           "id_token_signing_alg_values_supported": ["RS256"]}
          """
            .replace("ISSUER", issuer())
        : discovery;
  }

  /** Describes itself otherwise from now on. */
  void describe(String answer) {
    discovery = answer;
  }

  /** Answers this where a token is asked for. */
  void answerForTokens(String answer) {
    tokenAnswer = answer;
  }

  /** Gives tokens with this nonce, changed so. */
  void give(String toNonce, UnaryOperator<JWTClaimsSet.Builder> change) {
    nonce = toNonce;
    lie = change;
  }

  /** Forgets all lies. */
  void beHonest() {
    signingKey = key;
    isSigned = true;
    lie = UnaryOperator.identity();
    tokenAnswer = "";
  }

  void signBy(RSAKey other) {
    signingKey = other;
  }

  void doNotSign() {
    isSigned = false;
  }

  private String token() {
    if (!tokenAnswer.isEmpty()) {
      return tokenAnswer;
    }
    Instant now = Instant.now();
    JWTClaimsSet claims =
        lie.apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .subject("ann")
                    .audience("scripts")
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300)))
                    .claim("nonce", nonce)
                    .claim("email", "admin@example.org")
                    .claim("email_verified", true)
                    .claim("name", "Ann"))
            .build();
    return "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"id_token\": \""
        + serialized(claims)
        + "\"}";
  }

  private String serialized(JWTClaimsSet claims) {
    if (!isSigned) {
      return new PlainJWT(claims).serialize();
    }
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
      token.sign(new RSASSASigner(signingKey));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
