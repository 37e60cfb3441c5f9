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

  /** An exception as a value of a message, told where that is shown. */
  private record Told(Throwable e) {
    @Override
    public String toString() {
      return of(e);
    }
  }

  /** What {@link #of} gives, for what is shown later than it happens. */
  public static FilledMessage later(Throwable e) {
    return FilledMessage.verbatim(new Told(e));
  }

  /** The sentences of a problem; of anything else a sentence on what is known of it. */
  public static String sentence(Throwable e) {
    return e instanceof Problem problem
        ? joined(problem.sentence())
        : Messages.text("problem.line.failed", of(e));
  }

  /** The sentences of a problem; of anything else what it says, without a full stop. */
  public static String of(Throwable e) {
    if (e instanceof Problem problem) {
      return joined(problem.sentence());
    }
    if (FAULTS.stream().anyMatch(fault -> fault.isInstance(e))) {
      return fault();
    }
    @Nullable String known = known(e);
    return known == null ? said(e) : joined(known);
  }

  private static String fault() {
    return Messages.text("problem.line.fault");
  }

  private static @Nullable String known(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return Messages.text("problem.line.memory");
    }
    if (e instanceof StackOverflowError) {
      return Messages.text("problem.line.nested");
    }
    if (e instanceof EOFException) {
      return Messages.text("problem.line.ends_early");
    }
    if (e instanceof CharacterCodingException) {
      return Messages.text("problem.line.encoding");
    }
    if (e instanceof UnknownHostException) {
      return Messages.text("problem.line.no_host", e.getMessage());
    }
    return e instanceof FileSystemException problem ? ofFile(problem) : null;
  }

  private static @Nullable String ofFile(FileSystemException e) {
    String file = String.valueOf(e.getFile());
    if (e instanceof NoSuchFileException) {
      return Messages.text("problem.line.no_file", file);
    }
    if (e instanceof AccessDeniedException) {
      return Messages.text("problem.line.not_allowed", file);
    }
    if (e instanceof FileAlreadyExistsException) {
      return Messages.text("problem.line.exists", file);
    }
    if (e instanceof NotDirectoryException) {
      return Messages.text("problem.line.no_folder", file);
    }
    return e instanceof DirectoryNotEmptyException
        ? Messages.text("problem.line.not_empty", file)
        : null;
  }

  private static String said(Throwable e) {
    @Nullable Throwable cause = e.getCause();
    String message = e.getMessage() == null ? "" : e.getMessage();
    boolean saysNothing = message.isBlank() || (cause != null && message.equals(cause.toString()));
    if (cause != null && cause != e && (saysNothing || e instanceof UncheckedIOException)) {
      return of(cause);
    }
    String line = plain(message);
    if (!line.isEmpty()) {
      return line;
    }
    return e instanceof IOException ? Messages.text("problem.line.unreadable") : fault();
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
