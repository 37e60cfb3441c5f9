package prismq.t.script.versioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.db.Database;

class LinksTest {
  private static final String PASSWORD = "seven grey herons at noon";

  @TempDir Path folder;

  private final HandClock clock = new HandClock();
  private Database database;
  private Links links;
  private Accounts accounts;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    links = new Links(database, clock);
    accounts = new Accounts(database, links, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static NewAccount someone(String word) {
    return new NewAccount("Script " + word, word + "@example.org", PASSWORD);
  }

  private Secret made(LinkPurpose purpose) {
    return switch (purpose) {
      case SET_UP -> links.setUp();
      case INVITATION -> links.invite(Role.EDITOR);
      case RESET -> links.reset(accounts.add(someone("admin"), Role.ADMIN));
    };
  }

  @ParameterizedTest
  @CsvSource({"SET_UP, PT30M", "INVITATION, P7D", "RESET, P1D"})
  void aLinkWorksUntilItsTimeIsOver(LinkPurpose purpose, Duration life) {
    Secret link = made(purpose);
    clock.move(life.minusSeconds(1));
    assertThat(links.find(link, purpose).purpose()).isEqualTo(purpose);
    clock.move(Duration.ofSeconds(1));
    assertThatThrownBy(() -> links.find(link, purpose))
        .isInstanceOf(DeadLinkException.class)
        .hasMessageContaining("has expired");
  }

  @Test
  void aLinkIsGoodForItsPurposeOnly() {
    Secret invitation = links.invite(Role.VIEWER);
    assertThatThrownBy(() -> accounts.setUp(invitation, someone("admin")))
        .isInstanceOf(DeadLinkException.class);
    assertThatThrownBy(() -> accounts.resetPassword(invitation, PASSWORD))
        .isInstanceOf(DeadLinkException.class);
    assertThat(accounts.list()).isEmpty();
  }

  @Test
  void ofManyWhoUseOneInvitationAtOnceOneGetsAnAccount() throws Exception {
    Secret invitation = links.invite(Role.EDITOR);
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Account>> tries = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String word = "guest" + i;
        tries.add(() -> accounts.accept(invitation, someone(word)));
      }
      int let = 0;
      for (Future<Account> made : people.invokeAll(tries)) {
        try {
          made.get();
          let++;
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(DeadLinkException.class);
        }
      }
      assertThat(let).isEqualTo(1);
      assertThat(accounts.list()).hasSize(1);
    } finally {
      people.shutdown();
    }
  }

  @Test
  void aLinkForAPasswordEndsWithTheAccountOrANewPassword() {
    Account admin = accounts.add(someone("admin"), Role.ADMIN);
    Account writer = accounts.add(someone("writer"), Role.EDITOR);
    Secret ofDisabled = links.reset(writer);
    accounts.change(writer.id(), before -> before.disabled(true));
    assertThatThrownBy(() -> accounts.resetPassword(ofDisabled, "nine slow barges upstream"))
        .isInstanceOf(DeadLinkException.class);
    Secret older = links.reset(admin);
    accounts.changePassword(admin, "nine slow barges upstream", Secret.random());
    assertThatThrownBy(() -> accounts.ofReset(older)).isInstanceOf(DeadLinkException.class);
  }
}
