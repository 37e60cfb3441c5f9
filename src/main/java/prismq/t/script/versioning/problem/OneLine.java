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

/**
 * What an exception says to a person, in one line: for a list of remarks, or who called a command.
 * It never has the names of classes or the statements of a database in it.
 */
public final class OneLine {
  private static final String FAULT = "this is a fault of the program, not yours";

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
        : "This did not work: " + of(e) + ". What was saved before is as it was.";
  }

  /** The sentences of a problem; of anything else what it says, without a full stop. */
  public static String of(Throwable e) {
    if (e instanceof Problem problem) {
      return joined(problem.sentence());
    }
    if (FAULTS.stream().anyMatch(fault -> fault.isInstance(e))) {
      return FAULT;
    }
    @Nullable String known = known(e);
    return known == null ? said(e) : joined(known);
  }

  private static @Nullable String known(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return "there is too little memory; give Java more, as in java -Xmx512m";
    }
    if (e instanceof StackOverflowError) {
      return "it is nested too deeply";
    }
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    if (e instanceof CharacterCodingException) {
      return "it is in another encoding";
    }
    if (e instanceof UnknownHostException) {
      return "there is no host " + e.getMessage();
    }
    return e instanceof FileSystemException problem ? ofFile(problem) : null;
  }

  private static @Nullable String ofFile(FileSystemException e) {
    String file = String.valueOf(e.getFile());
    if (e instanceof NoSuchFileException) {
      return "there is no " + file;
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not use " + file;
    }
    if (e instanceof FileAlreadyExistsException) {
      return file + " is there already";
    }
    if (e instanceof NotDirectoryException) {
      return file + " is no folder";
    }
    return e instanceof DirectoryNotEmptyException ? file + " is not empty" : null;
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
    return e instanceof IOException ? "it could not be read or written" : FAULT;
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
