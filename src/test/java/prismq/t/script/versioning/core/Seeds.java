package prismq.t.script.versioning.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Names the seeds of random numbers in every failure of a test that used some. */
public final class Seeds
    implements BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        TestExecutionExceptionHandler {
  private static final List<Long> USED = new ArrayList<>();
  private static int usedByClass;

  /** Random numbers of this seed. */
  public static synchronized Random random(long seed) {
    if (!USED.contains(seed)) {
      USED.add(seed);
    }
    return new Random(seed);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    synchronized (Seeds.class) {
      usedByClass = USED.size();
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw named(failure);
  }

  /** The same failure, with the seeds in its message where there are any. */
  static synchronized Throwable named(Throwable failure) {
    return USED.isEmpty()
        ? failure
        : new AssertionError("With seeds " + USED + ": " + failure.getMessage(), failure);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    synchronized (Seeds.class) {
      USED.subList(usedByClass, USED.size()).clear();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    synchronized (Seeds.class) {
      USED.clear();
    }
  }
}
