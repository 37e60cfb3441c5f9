package prismq.t.script.versioning.transfer.git.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * A git bundle: lines with the names in it, and a pack of objects. It may come from anybody, so no
 * name of it becomes the name of a file, and nothing is unpacked before its size is known.
 */
final class BundleFile {
  private static final int MAX_HEAD = 16 * 1024 * 1024;
  private static final int ID = Constants.OBJECT_ID_STRING_LENGTH;
  private static final int LONG_ID = 64;
  private static final int SHOWN = 200;

  private final Path file;
  private final RefList refs = new RefList();
  private @Nullable String filter;
  private long packStart;

  private BundleFile(Path file) {
    this.file = file;
  }

  /**
   * Reads its head.
   *
   * @throws ImportException if it is no bundle, or of a kind that cannot be imported
   */
  static BundleFile open(Path file) throws IOException {
    BundleFile bundle = new BundleFile(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      bundle.readHead(in);
    }
    return bundle;
  }

  /** The names in it, as they stand there. */
  List<NamedRef> refs() {
    return refs.all();
  }

  /** Which objects were left out when it was made, in git's own words; null for none. */
  @Nullable String filter() {
    return filter;
  }

  private void readHead(InputStream in) throws IOException {
    String version = text(line(in));
    if (!version.equals("# v2 git bundle") && !version.equals("# v3 git bundle")) {
      throw new ImportException(FilledMessage.of("import.git.no_bundle", file));
    }
    List<String> needed = new ArrayList<>();
    for (byte[] line = line(in); line.length > 0; line = line(in)) {
      String text = text(line);
      if (text.startsWith("@")) {
        capability(text.substring(1));
      } else if (text.startsWith("-")) {
        needed.add(text.substring(1, Math.min(text.length(), 11)));
      } else {
        addRef(line, text);
      }
    }
    if (!needed.isEmpty()) {
      throw unusable(
          FilledMessage.of(
              "import.git.needs",
              String.join(", ", needed.subList(0, Math.min(5, needed.size())))));
    }
  }

  /** Up to the next line break, which is left out. */
  private byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      packStart++;
      if (next < 0 || packStart > MAX_HEAD) {
        throw unusable(FilledMessage.of("import.git.names_end"));
      }
      if (next == '\n') {
        return line.toByteArray();
      }
      line.write(next);
    }
  }

  /** As many characters as bytes. */
  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  private void capability(String capability) {
    if (capability.startsWith("object-format=")) {
      if (!capability.equals("object-format=sha1")) {
        throw new ImportException(RepositoryKind.otherHash(file.toString()));
      }
    } else if (capability.startsWith("filter=")) {
      filter = capability.substring("filter=".length());
    } else {
      throw unusable(FilledMessage.of("import.git.asks", PlainText.line(capability, SHOWN)));
    }
  }

  private void addRef(byte[] line, String text) {
    if (text.length() > LONG_ID && text.substring(0, LONG_ID).matches("[0-9a-f]+")) {
      throw new ImportException(RepositoryKind.otherHash(file.toString()));
    }
    if (text.length() < ID + 2 || text.charAt(ID) != ' ' || !ObjectId.isId(text.substring(0, ID))) {
      throw unusable(FilledMessage.of("import.git.names_damaged"));
    }
    byte[] name = java.util.Arrays.copyOfRange(line, ID + 1, line.length);
    refs.add(FilePath.of(name), ObjectId.fromString(text.substring(0, ID)));
  }

  /** Puts its objects into a repository. */
  void unpackInto(Repository repository, int textLimit) throws IOException {
    PackSizes.check(file, packStart, textLimit);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ObjectInserter objects = repository.newObjectInserter()) {
      in.skipNBytes(packStart);
      PackParser parser = objects.newPackParser(in);
      parser.setAllowThin(false);
      parser.parse(NullProgressMonitor.INSTANCE);
      objects.flush();
    } catch (IOException e) {
      throw unusable(OneLine.message(e));
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | org.eclipse.jgit.api.errors.JGitInternalException e) {
      throw unusable(FilledMessage.of("import.git.objects"));
    }
  }

  private ImportException unusable(FilledMessage why) {
    return new ImportException(FilledMessage.of("import.git.unusable", file, why));
  }
}
