package prismq.t.script.versioning.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptGrants;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.HandClock;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;

class TokensTest {
  private static final String PASSWORD = "seven grey herons at noon";

  private final HandClock clock = new HandClock();
  @TempDir Path folder;
  private Database database;
  private Accounts accounts;
  private Tokens tokens;
  private Account admin;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    accounts = new Accounts(database, new Links(database, clock), clock);
    tokens = new Tokens(database, accounts, clock);
    admin = accounts.addFirst(new NewAccount("Script admin", "admin@example.org", PASSWORD));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String make(TokenRight right, @Nullable Integer days) {
    return tokens.make(admin, new NewToken("Pipeline", right, List.of(), List.of(), days));
  }

  private @Nullable Instant usedAt() {
    return tokens.list(admin, project -> true).get(0).token().usedAt();
  }

  @Test
  void aTokenWorksUntilItsTimeIsOver() {
    String token = make(TokenRight.READ, 2);
    clock.move(Duration.ofDays(2).minusSeconds(1));
    assertThat(tokens.check(token)).isInstanceOf(TokenCheck.Good.class);
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens.check(token)).isEqualTo(new TokenCheck.Bad(TokenFault.EXPIRED));
  }

  @Test
  void itsUseIsWrittenDownOnceAMinute() {
    String token = make(TokenRight.READ, null);
    assertThat(usedAt()).isNull();
    tokens.check(token);
    Instant first = Objects.requireNonNull(usedAt());
    long changes = database.changeCount();
    clock.move(Duration.ofSeconds(59));
    tokens.check(token);
    assertThat(usedAt()).isEqualTo(first);
    assertThat(database.changeCount()).isEqualTo(changes);
    clock.move(Duration.ofSeconds(1));
    tokens.check(token);
    assertThat(usedAt()).isEqualTo(first.plusSeconds(60));
  }

  @Test
  void whatAnotherProcessRevokesIsRefusedAtOnce() {
    String token = make(TokenRight.READ, null);
    assertThat(tokens.check(token)).isInstanceOf(TokenCheck.Good.class);
    try (Database other = Database.open(folder)) {
      Accounts elsewhere = new Accounts(other, new Links(other, clock), clock);
      Tokens there = new Tokens(other, elsewhere, clock);
      there.revoke(there.list().get(0).token());
    }
    assertThat(tokens.check(token)).isEqualTo(new TokenCheck.Bad(TokenFault.REVOKED));
  }

  @Test
  void whileATokenIsUsedByManyItIsRevokedForAllOfThem() {
    String token = make(TokenRight.READ, null);
    Token kept = tokens.list(admin, project -> true).get(0).token();
    Set<TokenCheck> after =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                i -> {
                  tokens.check(token);
                  if (i % 8 == 0) {
                    tokens.revoke(kept);
                    return tokens.check(token);
                  }
                  return new TokenCheck.Bad(TokenFault.REVOKED);
                })
            .collect(Collectors.toSet());
    assertThat(after).containsExactly(new TokenCheck.Bad(TokenFault.REVOKED));
    assertThat(tokens.check(token)).isEqualTo(new TokenCheck.Bad(TokenFault.REVOKED));
  }

  @Test
  void textsThatAreNoTokensLetNobodyIn() {
    String token = make(TokenRight.READ, null);
    for (String text :
        List.of(
            "",
            "sv_",
            token.substring(3),
            token + "x",
            token.substring(0, 45),
            token.toUpperCase(Locale.ROOT),
            "sv_" + "A".repeat(43),
            "sv_" + "é".repeat(43),
            " " + token)) {
      assertThat(tokens.check(text)).as(text).isEqualTo(new TokenCheck.Bad(TokenFault.UNKNOWN));
    }
  }

  @Test
  void noTokenMayMoreThanItsOwner() {
    for (Role role : Role.values()) {
      Account owner = admin.withRole(role);
      Requester.SignedIn person = new Requester.SignedIn(owner, Secret.random(), ScriptGrants.NONE);
      for (TokenRight right : TokenRight.values()) {
        Token token =
            new Token(1, 1, "x", right, TokenLimit.NONE, clock.instant(), null, null, null);
        Requester program = new Requester.ByToken(owner, token, ScriptGrants.NONE);
        for (Right needed : Right.values()) {
          if (Access.may(program, needed)) {
            assertThat(Access.may(person, needed)).as("%s %s %s", role, right, needed).isTrue();
          }
        }
        assertThat(Access.may(program, Right.OWN_ACCOUNT)).isFalse();
        assertThat(Access.mayNameAuthors(program))
            .isEqualTo(
                role.compareTo(Role.EDITOR) >= 0 && right.compareTo(TokenRight.WRITE_AS) >= 0);
      }
    }
  }

  @Test
  void whatATokenCannotBeIsRefused() {
    for (String name : List.of("", " ", "\u200B", "two\nlines", "x".repeat(101))) {
      NewToken made = new NewToken(name, TokenRight.READ, List.of(), List.of(), null);
      assertThatThrownBy(() -> tokens.make(admin, made))
          .as(name)
          .isInstanceOf(InvalidInputException.class);
    }
    for (String days : List.of("0", "-1", "3651", "1.5", "x", "99999999999")) {
      assertThatThrownBy(() -> NewToken.checkedDays(days))
          .as(days)
          .isInstanceOf(InvalidInputException.class);
    }
    assertThat(tokens.list()).isEmpty();
  }
}
