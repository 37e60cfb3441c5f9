package prismq.t.script.versioning.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final AtomicLong nanoseconds = new AtomicLong();
  private final StringWriter written = new StringWriter();

  private void runTenSeconds(boolean terminal) {
    try (ProgressBar progress =
        new ProgressBar(new PrintWriter(written), terminal, nanoseconds::get)) {
      progress.total(2_000);
      for (int i = 0; i < 1_000; i++) {
        nanoseconds.addAndGet(10_000_000L);
        progress.done(1);
      }
    }
  }

  @Test
  void aTerminalIsRedrawnAtMostTenTimesASecondAndLeftClean() {
    runTenSeconds(true);
    assertThat(written.toString().chars().filter(c -> c == '\r').count()).isEqualTo(100 + 2);
    assertThat(written.toString())
        .contains("1,000 of 2,000 versions, 100/s, 10 s left")
        .doesNotContain("\n")
        .endsWith("\r");
  }

  @Test
  void elsewhereThereIsAPlainLineEveryFiveSeconds() {
    runTenSeconds(false);
    assertThat(written.toString().lines())
        .containsExactly(
            "500 of 2,000 versions, 100/s, 15 s left", "1,000 of 2,000 versions, 100/s, 10 s left");
  }
}
