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
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Numbers;

/** Takes files from a form straight onto the disk, however large they are, up to a limit. */
final class UploadReader {
  /** In bytes; an export of a whole wiki or a long repository is smaller. */
  static final long LARGEST = 2_000_000_000L;

  /** As many files as Jetty takes fields in a form, less the other fields. */
  static final int MOST_FILES = 900;

  private static final String FILES = "upload";
  private static final String DATES = "modified";
  private static final int LONGEST_DATES = 20_000;
  private static final int IN_MEMORY = 65_536;

  /** Each holds a thread of the server while it comes in. */
  private final Semaphore places = new Semaphore(4);

  /**
   * Reads what was sent.
   *
   * @throws UploadException where it is not taken; nothing of it is kept
   */
  Upload read(Context context) throws IOException {
    if (!places.tryAcquire()) {
      throw new UploadException(
          503, "Several files are being uploaded just now. Wait for a minute, then try again.");
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
      } else if (part.getName().equals(DATES) && part.getSize() <= LONGEST_DATES) {
        dates = new String(part.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      }
    }
    if (files.isEmpty()) {
      throw new UploadException(422, "No file was chosen. Choose one or several, then go on.");
    }
    if (upload.size() == 0) {
      throw new UploadException(
          422, "What was uploaded is empty. Look whether it is the right file.");
    }
    date(files, dates.split(",", -1));
  }

  private static Iterable<Part> parts(Context context, long limit) throws IOException {
    try {
      return context.req().getParts();
    } catch (ServletException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof IllegalStateException && message.contains("parts")) {
          throw new UploadException(
              413,
              "These are more than " + MOST_FILES + " files. Zip them, or take fewer at once.");
        }
        if (cause instanceof IllegalStateException && message.contains("exceeded")) {
          throw tooLarge(limit);
        }
      }
      throw new UploadException(
          400, "The upload did not come through whole, so nothing was kept. Send it again.");
    } catch (HttpException.RuntimeException | IllegalStateException e) {
      throw new UploadException(
          400, "The upload did not come through whole, so nothing was kept. Send it again.");
    }
  }

  /** What is taken at once, in bytes: the disk is not to be filled. */
  private static long limit(Upload upload) throws IOException {
    long free = upload.room();
    if (free == 0) {
      throw new UploadException(
          507,
          "The server's disk is nearly full, so nothing is taken. Have whoever runs the server make"
              + " room.");
    }
    return Math.min(LARGEST, free);
  }

  private static UploadException tooLarge(long limit) {
    return new UploadException(
        413,
        "This is more than the "
            + new Numbers().bytes(limit)
            + " that are taken at once, so nothing was kept. Have it imported on the server by the"
            + " command import, which has no such limit.");
  }

  /** Gives the files the dates that they have where they come from, as far as these were sent. */
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
