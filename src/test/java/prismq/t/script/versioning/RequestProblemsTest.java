package prismq.t.script.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

class RequestProblemsTest {
  @Test
  void aRefusalKeepsItsStatus() {
    Problem problem = RequestProblems.of(new HttpResponseException(429, "Too many", Map.of()));
    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem.sentence()).isEqualTo("Too many.");
    assertThat(RequestProblems.of(new HttpException.RuntimeException(417, "no")).status())
        .isEqualTo(417);
  }

  @Test
  void aFaultOfTheServerIsNotBlamedOnTheRequest() {
    for (Problem problem :
        new Problem[] {
          RequestProblems.of(new HttpResponseException(502, "Broken", Map.of())),
          RequestProblems.of(new HttpException.RuntimeException(500, "Broken"))
        }) {
      assertThat(problem.kind()).isEqualTo(ProblemKind.UNEXPECTED);
      assertThat(problem.getCause()).isNotNull();
    }
  }
}
