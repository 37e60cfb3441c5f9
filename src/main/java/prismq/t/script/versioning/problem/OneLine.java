package prismq.t.script.versioning.problem;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;

/**
 * What an exception says to a person, in one line: for a list of remarks, or who called a command.
 * It never has the names of classes or the statements of a database in it.
 */
public final class OneLine {
  private static final FilledMessage FAULT = FilledMessage.of("problem.line.fault");

  /** Exceptions that only a mistake in the program leads to; what they say helps nobody else. */
  private static final List<Class<? extends RuntimeException>> FAULTS =
      List.of(
          NullPointerException.class,
          ClassCastException.class,
          IndexOutOfBoundsException.class,
          ArithmeticException.class,
          NegativeArraySizeException.class,
          UnsupportedOperationException.class,
          java.util.NoSuchElementException.class,
          java.util.ConcurrentModificationException.class);

  private static final Pattern CLASS_NAMES =
      Pattern.compile(
          "\\b(?:java|javax|jakarta|jdk|sun|org|com|io|prismq)(?:\\.[a-z]\\w*)+\\.[A-Z][\\w$]*:?\\s*"
              + "|\\b(?:[a-z]\\w*\\.)*[A-Z][\\w$]*(?:Exception|Error)(?::\\s*|$)");

  /** Statements and codes of SQLite, places in a stream and pieces of code of Jackson. */
  private static final Pattern INNER =
      Pattern.compile(
          "(?s)\\s*\\[statement:.*|\\[SQLITE_\\w+\\]\\s*"
              + "|\\s*\\((?:start marker )?at \\[Source: [^\\]]*\\]\\)|\\s*at \\[Source: [^\\]]*\\]"
              + "|,? ?from `[^`]*`|`[^`]*[A-Z]\\w*[.(<][^`]*`");

  private OneLine() {}

  /** The sentences of a problem; of anything else a sentence on what is known of it. */
  public static String sentence(Throwable e) {
    return e instanceof Problem problem
        ? joined(problem.sentence())
        : Messages.text("problem.line.failed", of(e));
  }

  /** The sentences of a problem; of anything else what it says, without a full stop. */
  public static String of(Throwable e) {
    return joined(message(e).text());
  }

  /** The same, for what is shown later than it happens. */
  public static FilledMessage message(Throwable e) {
    if (e instanceof Problem problem) {
      return problem.message();
    }
    if (FAULTS.stream().anyMatch(fault -> fault.isInstance(e))) {
      return FAULT;
    }
    @Nullable FilledMessage known = known(e);
    return known == null ? said(e) : known;
  }

  private static @Nullable FilledMessage known(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return FilledMessage.of("problem.line.memory");
    }
    if (e instanceof StackOverflowError) {
      return FilledMessage.of("problem.line.nested");
    }
    if (e instanceof EOFException) {
      return FilledMessage.of("problem.line.ends_early");
    }
    if (e instanceof CharacterCodingException) {
      return FilledMessage.of("problem.line.encoding");
    }
    if (e instanceof UnknownHostException) {
      return FilledMessage.of("problem.line.no_host", e.getMessage());
    }
    return e instanceof FileSystemException problem ? ofFile(problem) : null;
  }

  private static @Nullable FilledMessage ofFile(FileSystemException e) {
    String file = String.valueOf(e.getFile());
    if (e instanceof NoSuchFileException) {
      return FilledMessage.of("problem.line.no_file", file);
    }
    if (e instanceof AccessDeniedException) {
      return FilledMessage.of("problem.line.not_allowed", file);
    }
    if (e instanceof FileAlreadyExistsException) {
      return FilledMessage.of("problem.line.exists", file);
    }
    if (e instanceof NotDirectoryException) {
      return FilledMessage.of("problem.line.no_folder", file);
    }
    return e instanceof DirectoryNotEmptyException
        ? FilledMessage.of("problem.line.not_empty", file)
        : null;
  }

  private static FilledMessage said(Throwable e) {
    @Nullable Throwable cause = e.getCause();
    String message = e.getMessage() == null ? "" : e.getMessage();
    boolean saysNothing = message.isBlank() || (cause != null && message.equals(cause.toString()));
    if (cause != null && cause != e && (saysNothing || e instanceof UncheckedIOException)) {
      return message(cause);
    }
    String line = plain(message);
    if (!line.isEmpty()) {
      return FilledMessage.verbatim(line);
    }
    return e instanceof IOException ? FilledMessage.of("problem.line.unreadable") : FAULT;
  }

  /** The message of a library in one line, without what only a programmer reads, or a full stop. */
  public static String plain(String message) {
    String plain = CLASS_NAMES.matcher(INNER.matcher(message).replaceAll("")).replaceAll("");
    return joined(plain).replaceFirst("[.\\s]+$", "");
  }

  private static String joined(String lines) {
    String line = lines.lines().map(String::strip).collect(Collectors.joining(" "));
    // What a terminal would obey is not for a person to read.
    return line.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
