package prismq.t.script.versioning.transfer.page;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Multipart;
import prismq.t.script.versioning.web.Numbers;

/** Takes files from a form straight onto the disk, however large they are, up to a limit. */
final class UploadReader {
  /** In bytes; an export of a whole wiki or a long repository is smaller. */
  static final long MAX_BYTES = 2_000_000_000L;

  /** As many files as Jetty takes fields in a form, less the other fields. */
  static final int MAX_FILES = 900;

  private static final String FILES = "upload";
  private static final String DATES = "modified";
  private static final int MAX_DATES_LENGTH = 20_000;
  private static final int IN_MEMORY = 65_536;

  private static final int MAX_WAIT_SECONDS = 5;

  /** As many uploads are taken apart at once; all of them together fit into memory. */
  private final Semaphore places = new Semaphore(4, true);

  /**
   * Reads what was sent.
   *
   * @throws Problem if it is not taken; nothing of it is kept
   */
  Upload read(Context context) throws IOException {
    if (!isPlaceFree()) {
      throw new Problem(
          ProblemKind.IMPORTS_BUSY,
          FilledMessage.of("import.upload.busy"),
          FilledMessage.of("import.upload.busy_next"));
    }
    try {
      Upload upload = new Upload();
      try {
        take(context, upload);
        return upload;
      } catch (IOException | RuntimeException e) {
        upload.close();
        throw e;
      }
    } finally {
      places.release();
    }
  }

  private boolean isPlaceFree() {
    try {
      return places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void take(Context context, Upload upload) throws IOException {
    long limit = limit(upload);
    if (context.req().getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    context.attribute(
        "org.eclipse.jetty.multipartConfig",
        new MultipartConfigElement(upload.temporaryPath().toString(), limit, limit, IN_MEMORY));
    List<Path> files = new ArrayList<>();
    String dates = "";
    for (Part part : parts(context, limit)) {
      @Nullable String name = part.getSubmittedFileName();
      if (part.getName().equals(FILES) && name != null && !name.isEmpty()) {
        Path file = upload.add(name);
        part.write(file.toString());
        files.add(file);
      } else if (part.getName().equals(DATES) && part.getSize() <= MAX_DATES_LENGTH) {
        dates = new String(part.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      }
    }
    if (files.isEmpty()) {
      throw new Problem(
          ProblemKind.INVALID_INPUT,
          FilledMessage.of("import.upload.none"),
          FilledMessage.of("import.upload.none_next"));
    }
    if (upload.size() == 0) {
      throw new Problem(
          ProblemKind.INVALID_INPUT,
          FilledMessage.of("import.upload.empty"),
          FilledMessage.of("import.upload.empty_next"));
    }
    date(files, dates.split(",", -1));
  }

  private static Iterable<Part> parts(Context context, long limit) throws IOException {
    try {
      return context.req().getParts();
    } catch (ServletException e) {
      if (Multipart.isOverLimit(e)) {
        // Where the request said how large it is, that was checked before.
        throw context.req().getContentLengthLong() < 0 ? tooLarge(limit) : tooMany();
      }
      if (Multipart.isBroken(context, e) && !Multipart.isWithoutRoom(e)) {
        throw notWhole();
      }
      throw new IOException("The form cannot be taken apart", e);
    } catch (HttpException.RuntimeException | IllegalStateException e) {
      throw notWhole();
    }
  }

  /** How much is taken at once, in bytes: the disk must not be filled. */
  private static long limit(Upload upload) throws IOException {
    long free = upload.room();
    if (free == 0) {
      throw new Problem(
          ProblemKind.DISK_FULL,
          FilledMessage.of("import.upload.disk"),
          FilledMessage.of("import.upload.disk_next"));
    }
    return Math.min(MAX_BYTES, free);
  }

  private static Problem notWhole() {
    return new Problem(
        ProblemKind.BAD_REQUEST,
        FilledMessage.of("import.upload.incomplete"),
        FilledMessage.of("problem.send_again"));
  }

  private static Problem tooMany() {
    return new Problem(
        ProblemKind.TOO_LARGE,
        FilledMessage.of("import.upload.many", MAX_FILES),
        FilledMessage.of("import.upload.many_next"));
  }

  private static Problem tooLarge(long limit) {
    return new Problem(
        ProblemKind.TOO_LARGE,
        FilledMessage.of("import.upload.large", new Numbers().bytes(limit)),
        FilledMessage.of("import.upload.large_next"));
  }

  /** Gives the files their original dates, as far as these were sent. */
  private static void date(List<Path> files, String[] milliseconds) throws IOException {
    if (milliseconds.length != files.size()) {
      return;
    }
    for (int i = 0; i < milliseconds.length; i++) {
      if (milliseconds[i].matches("\\d{1,15}")) {
        Files.setLastModifiedTime(
            files.get(i), FileTime.fromMillis(Long.parseLong(milliseconds[i])));
      }
    }
  }
}
