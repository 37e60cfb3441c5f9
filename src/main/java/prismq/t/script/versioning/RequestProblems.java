package prismq.t.script.versioning;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import org.eclipse.jetty.http.HttpException;
import prismq.t.script.versioning.files.DiskRoom;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Multipart;

/** Tells what Javalin and Jetty throw at a request as problems. */
final class RequestProblems {
  static final FilledMessage NOTHING_HERE = FilledMessage.of("problem.nothing_here");

  private RequestProblems() {}

  /** A request that is refused with a status for which there is no kind of problem. */
  private static final class Refused extends Problem {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, FilledMessage happened) {
      super(ProblemKind.BAD_REQUEST, happened);
      this.status = status;
    }

    @Override
    public int status() {
      return status;
    }
  }

  /** What Javalin refuses. */
  static Problem of(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> new Problem(ProblemKind.NOT_FOUND, NOTHING_HERE);
      case 405 ->
          new Problem(
              ProblemKind.METHOD_NOT_ALLOWED,
              FilledMessage.of("problem.method", String.join(", ", e.getDetails().values())));
      case 413 -> new Problem(ProblemKind.TOO_LARGE, said(e));
      default -> e.getStatus() < 500 ? new Refused(e.getStatus(), said(e)) : unexpected(e);
    };
  }

  private static Problem noRoom(Exception e) {
    return new Problem(
        ProblemKind.DISK_FULL,
        FilledMessage.of("problem.no_room"),
        FilledMessage.of("problem.no_room_next"),
        e);
  }

  private static Problem tooLarge() {
    return new Problem(
        ProblemKind.TOO_LARGE,
        FilledMessage.of("problem.too_large"),
        FilledMessage.of("problem.too_large_next"));
  }

  private static FilledMessage said(HttpResponseException e) {
    return FilledMessage.of("problem.refused", OneLine.plain(String.valueOf(e.getMessage())));
  }

  /** What Jetty throws where a body arrives incomplete. */
  static Problem of(HttpException.RuntimeException e) {
    if (e.getCode() == 408) {
      return new Problem(
          ProblemKind.TOO_SLOW,
          FilledMessage.of("problem.too_slow"),
          FilledMessage.of("problem.send_again"));
    }
    if (e.getCode() == ProblemKind.TOO_LARGE.status()) {
      return tooLarge();
    }
    if (e.getCode() == ProblemKind.DISK_FULL.status()) {
      return noRoom(e);
    }
    return e.getCode() < 500
        ? new Refused(e.getCode(), FilledMessage.of("problem.incomplete"))
        : unexpected(e);
  }

  /** What Jetty throws where it cannot take a form apart. */
  static Problem of(Context context, ServletException e) {
    if (Multipart.isOverLimit(e)) {
      return tooLarge();
    }
    if (Multipart.isWithoutRoom(e)) {
      return noRoom(e);
    }
    return Multipart.isBroken(context, e)
        ? new Problem(
            ProblemKind.BAD_REQUEST,
            FilledMessage.of("problem.form_incomplete"),
            FilledMessage.of("problem.send_again"))
        : unexpected(e);
  }

  /** Any other failure. */
  static Problem unexpected(Exception e) {
    if (DiskRoom.isLackedIn(e)) {
      return noRoom(e);
    }
    return new Problem(
        ProblemKind.UNEXPECTED,
        FilledMessage.of("problem.unexpected"),
        FilledMessage.of("problem.unexpected_next"),
        e);
  }
}
