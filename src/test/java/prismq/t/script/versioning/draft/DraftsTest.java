package prismq.t.script.versioning.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.draft.DraftOutcome.DraftKept;
import prismq.t.script.versioning.draft.DraftOutcome.OtherDraft;
import prismq.t.script.versioning.draft.DraftOutcome.TooManyDrafts;
import prismq.t.script.versioning.history.HistoryListener;
import prismq.t.script.versioning.history.VersionManager;

class DraftsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private Database database;
  private Drafts drafts;
  private DraftPlace place;
  private DraftPlace ofAnother;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.open(folder);
    new VersionManager(database, HistoryListener.NONE).createScript("intro", "Intro");
    Clock clock = Clock.systemUTC();
    Accounts accounts = new Accounts(database, new Links(database, clock), clock);
    place = new DraftPlace(account(accounts, "ann"), "intro", 1);
    ofAnother = new DraftPlace(account(accounts, "ben"), "intro", 1);
    drafts = at(NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static long account(Accounts accounts, String name) {
    return accounts
        .add(new NewAccount(name, name + "@example.org", "seven grey herons at noon"), Role.ADMIN)
        .id();
  }

  private Drafts at(Instant time) {
    return new Drafts(database, Clock.fixed(time, ZoneOffset.UTC));
  }

  private static DraftFields text(String content) {
    return new DraftFields("", "", content, "", 0, null, null);
  }

  private DraftOutcome keep(String keys, long revision, String content) {
    return drafts.keep(place, DraftKeys.of(keys), revision, text(content));
  }

  private String kept() {
    return drafts.find(place).map(draft -> draft.fields().content()).orElse("");
  }

  @Test
  void everyFieldComesBackAsItWasKept() {
    DraftFields fields =
        new DraftFields("Títle", "id-1", "Ünïcode 𝄞\n", "Why", 3, 2, "other-ending");
    drafts.keep(place, DraftKeys.of("page"), 4, fields);
    StoredDraft draft = drafts.find(place).orElseThrow();
    assertThat(draft.fields()).isEqualTo(fields);
    assertThat(draft.savedAt()).isEqualTo(NOW);
    assertThat(draft.seen()).isEqualTo("page.4");
  }

  @Test
  void ofOnePageTheLatestRevisionWinsInWhateverOrderTheyArrive() {
    Random random = new Random(17);
    for (int round = 0; round < 50; round++) {
      List<Integer> revisions = new ArrayList<>();
      int count = 1 + random.nextInt(8);
      for (int i = 1; i <= count; i++) {
        revisions.add(i);
      }
      Collections.shuffle(revisions, random);
      String page = "page" + round;
      String before = drafts.find(place).map(StoredDraft::seen).orElse("");
      revisions.forEach(number -> keep(page + " " + before, number, page + " " + number));
      assertThat(kept()).as("%s", revisions).isEqualTo(page + " " + count);
    }
  }

  /** Two pages write at random; each is told of the other's before its own takes the place. */
  @Test
  void whatAnotherPageWroteIsNeverOverwrittenUnseen() {
    Random random = new Random(18);
    String[] seen = {"", ""};
    long[] revisions = {0, 0};
    String there = "";
    int writer = -1;
    for (int step = 0; step < 500; step++) {
      int page = random.nextInt(2);
      String content = "step " + step;
      DraftOutcome outcome = keep("page" + page + " " + seen[page], ++revisions[page], content);
      boolean isUnseen = writer == 1 - page && !seen[page].equals(there);
      if (isUnseen) {
        assertThat(outcome).isInstanceOf(OtherDraft.class);
        StoredDraft other = ((OtherDraft) outcome).draft();
        assertThat(other.seen()).isEqualTo(there);
        // It may be closed before it takes that up.
        seen[page] = random.nextBoolean() ? other.seen() : seen[page];
      } else {
        assertThat(outcome).isInstanceOf(DraftKept.class);
        assertThat(kept()).isEqualTo(content);
        there = "page" + page + "." + revisions[page];
        writer = page;
      }
      assertThat(drafts.find(place).map(StoredDraft::seen)).hasValue(there);
    }
  }

  @Test
  void discardingAndSavingLeaveWhatWasWrittenSince() {
    keep("page", 2, "Two");
    drafts.discard(place, DraftKeys.of("page.1"));
    drafts.discard(place, DraftKeys.of("other"));
    assertThat(kept()).isEqualTo("Two");
    drafts.discard(ofAnother, DraftKeys.of("page.2"));
    assertThat(kept()).isEqualTo("Two");
    database.write(
        handle -> {
          drafts.removal(place, DraftKeys.of("mine page.2")).write(handle);
          return null;
        });
    assertThat(drafts.find(place)).isEmpty();
  }

  @Test
  void everybodyHasTheirOwn() {
    keep("page", 1, "Mine");
    drafts.keep(ofAnother, DraftKeys.of("page"), 1, text("Theirs"));
    assertThat(kept()).isEqualTo("Mine");
    assertThat(drafts.rows(ofAnother.accountId())).hasSize(1);
    drafts.keep(
        DraftPlace.ofNewScript(ofAnother.accountId()), DraftKeys.of("page"), 1, text("New"));
    assertThat(drafts.rows(ofAnother.accountId())).hasSize(2);
    assertThat(drafts.rows(place.accountId())).hasSize(1);
  }

  @Test
  void afterNinetyDaysNothingIsLeft() {
    keep("page", 1, "Old");
    at(NOW.plus(Duration.ofDays(90))).forgetOld();
    assertThat(kept()).isEqualTo("Old");
    at(NOW.plus(Duration.ofDays(90)).plusMillis(1)).forgetOld();
    assertThat(drafts.find(place)).isEmpty();
  }

  @Test
  void aPersonHasTwoHundredAtMostAndLosesNoneForAnotherOne() {
    VersionManager scripts = new VersionManager(database, HistoryListener.NONE);
    for (int number = 1; number <= Drafts.MOST; number++) {
      DraftPlace other = new DraftPlace(place.accountId(), "script-" + number, 1);
      scripts.createScript("script-" + number, "Script");
      assertThat(drafts.keep(other, DraftKeys.of("page"), 1, text("Text")))
          .isInstanceOf(DraftKept.class);
    }
    assertThat(keep("page", 1, "One more")).isInstanceOf(TooManyDrafts.class);
    assertThat(drafts.rows(place.accountId())).hasSize(Drafts.MOST);
    DraftPlace one = new DraftPlace(place.accountId(), "script-1", 1);
    assertThat(drafts.keep(one, DraftKeys.of("page"), 2, text("Longer")))
        .isInstanceOf(DraftKept.class);
    drafts.discard(one, DraftKeys.of("page.2"));
    assertThat(keep("page", 2, "Now")).isInstanceOf(DraftKept.class);
  }

  @Test
  void whatIsKeptOfPagesStaysAsItIsWhenADraftIsWritten() {
    long before = database.changeCount();
    keep("page", 1, "One");
    keep("page", 2, "Two");
    drafts.discard(place, DraftKeys.of("page.2"));
    drafts.forgetOld();
    assertThat(database.changeCount()).isEqualTo(before);
  }
}
