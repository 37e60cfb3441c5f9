package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is measured.
 *
 * @param folder for all that is made, on the disk that is to be measured; emptied before and after
 * @param corpora the folder with bundles of real histories; null for made-up ones
 */
record Workbench(Path folder, Jar jar, @Nullable Path corpora, Report report) {
  /** The data folder with all histories. */
  Path data() {
    return folder.resolve("data");
  }

  /** The bundles, by name; none where histories are made up. */
  List<Path> bundles() throws IOException {
    if (corpora == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(corpora)) {
      return files.filter(file -> file.toString().endsWith(".bundle")).sorted().toList();
    }
  }

  static String name(Path bundle) {
    return String.valueOf(bundle.getFileName()).replaceFirst("\\.bundle$", "");
  }
}
