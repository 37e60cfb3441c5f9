package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.account.oidc.OidcSettings;

/** What a provider says is believed only where it proves it; and nobody is kept out by it. */
@TestInstance(Lifecycle.PER_CLASS)
class SignOnTrustTest {
  private LyingProvider provider;
  private Site site;
  private Visitor visitor;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    provider = LyingProvider.start();
    site = site(folder, provider);
    visitor = Visitor.of(site);
  }

  private static Site site(Path folder, LyingProvider provider) {
    Site site =
        Site.openWithSignOn(
            folder,
            new OidcSettings(
                provider.issuer(),
                "scripts",
                RealProvider.SECRET,
                "Example Login",
                URI.create(RealProvider.CALLBACK),
                null,
                Map.of()));
    Team.on(site);
    return site;
  }

  @BeforeEach
  void beHonest() {
    provider.beHonest();
  }

  @AfterAll
  void close() {
    site.close();
    provider.close();
  }

  private Answer signOn(UnaryOperator<JWTClaimsSet.Builder> lie) {
    return signOn(lie, "");
  }

  private Answer signOn(UnaryOperator<JWTClaimsSet.Builder> lie, String more) {
    Answer sent = visitor.get("/sign-in/oidc");
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    String address = sent.header("Location");
    assertThat(address)
        .contains("code_challenge_method=S256", "response_type=code", "client_id=scripts")
        .contains("redirect_uri=https%3A%2F%2Fscripts.example.org%2Fsign-in%2Foidc%2Fcallback")
        .doesNotContain("secret");
    provider.give(parameter(address, "nonce"), lie);
    String back = "/sign-in/oidc/callback?code=c&state=" + parameter(address, "state") + more;
    return new Visitor(site, Visitor.cookie(sent)).get(back);
  }

  private static String parameter(String address, String name) {
    Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static Arguments lie(String about, UnaryOperator<JWTClaimsSet.Builder> lie) {
    return Arguments.of(about, lie);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("another nonce", claims -> claims.claim("nonce", "other")),
        lie("no nonce", claims -> claims.claim("nonce", null)),
        lie("another client", claims -> claims.audience("other")),
        lie("no client", claims -> claims.audience((String) null)),
        lie("another issuer", claims -> claims.issuer("https://evil.example")),
        lie("nobody", claims -> claims.subject(null)),
        lie("expired long ago", claims -> claims.expirationTime(in(-90))),
        lie("issued far in the future", claims -> claims.issueTime(in(90))),
        lie("without an end", claims -> claims.expirationTime(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aTokenThatIsNotForThisSignInLetsNobodyIn(
      String about, UnaryOperator<JWTClaimsSet.Builder> lie) {
    Answer answer = signOn(lie);
    assertThat(answer.status()).as(about).isEqualTo(502);
    assertThat(answer.text())
        .contains("What Example Login said of you could not be verified.", "Sign in");
    assertThat(SignOnPagesTest.sessionCookie(answer)).isEmpty();
  }

  @Test
  void clocksMayDifferByLessThanAMinute() {
    assertThat(signOn(claims -> claims.expirationTime(in(-30))).status()).isEqualTo(303);
    assertThat(signOn(claims -> claims.issueTime(in(30))).status()).isEqualTo(303);
  }

  @Test
  void aTokenThatTheProviderDidNotSignLetsNobodyIn() {
    provider.signBy(LyingProvider.newKey());
    assertThat(signOn(UnaryOperator.identity()).status()).isEqualTo(502);
    provider.doNotSign();
    assertThat(signOn(UnaryOperator.identity()).status()).isEqualTo(502);
  }

  @Test
  void anAnswerInTheNameOfAnotherProviderIsRefused() {
    Answer answer = signOn(UnaryOperator.identity(), "&iss=https%3A%2F%2Fevil.example");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text()).contains("could not be verified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Sorry</html>",
        "{}",
        "{\"access_token\": \"a\", \"token_type\": \"Bearer\"}",
        "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"id_token\": \"x.y\"}"
      })
  void nonsenseInPlaceOfATokenIsToldPlainly(String nonsense) {
    provider.answerForTokens(nonsense);
    Answer answer = signOn(UnaryOperator.identity());
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text())
        .contains("Example Login did not answer as it should.", "sign in with your password");
  }

  @Test
  void aDescriptionThatMakesNoSenseIsToldPlainly(@TempDir Path folder) throws Exception {
    try (LyingProvider other = LyingProvider.start();
        Site otherSite = site(folder, other)) {
      Visitor otherVisitor = Visitor.of(otherSite);
      for (String nonsense :
          List.of("<html>Sorry</html>", "{}", "[]", "{\"issuer\": \"https://evil.example\"}")) {
        other.describe(nonsense);
        Answer answer = otherVisitor.get("/sign-in/oidc");
        assertThat(answer.status()).as(nonsense).isEqualTo(502);
        assertThat(answer.text()).contains("Example Login did not answer as it should.");
      }
      assertThat(otherVisitor.signIn("admin@example.org", Visitor.PASSWORD).status())
          .isEqualTo(303);
    }
  }

  @Test
  void whileTheProviderIsDownPeopleSignInWithTheirPasswords(@TempDir Path folder) throws Exception {
    LyingProvider other = LyingProvider.start();
    try (Site otherSite = site(folder, other)) {
      other.close();
      Visitor otherVisitor = Visitor.of(otherSite);
      Answer answer = otherVisitor.get("/sign-in/oidc?next=%2Fsearch");
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text()).contains("Example Login cannot be reached just now.");
      assertThat(answer.field("next")).isEqualTo("/search");
      assertThat(otherVisitor.signIn("admin@example.org", Visitor.PASSWORD).status())
          .isEqualTo(303);
    }
  }
}
