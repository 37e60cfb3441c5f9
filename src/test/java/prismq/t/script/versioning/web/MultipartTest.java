package prismq.t.script.versioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

/** What forms that are too large or broken are answered with stands with the pages. */
class MultipartTest {
  @Test
  void onlyALimitThatIsExceededIsALimit() {
    assertThat(Multipart.isOverLimit(causedBy("max length exceeded: 100"))).isTrue();
    assertThat(Multipart.isOverLimit(causedBy("No core request"))).isFalse();
  }

  private static ServletException causedBy(String message) {
    return new ServletException(new IllegalStateException(message));
  }
}
