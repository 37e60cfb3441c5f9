package prismq.t.script.versioning.transfer.git.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Lists of files at any commit of the main line, and of the lines that left it. Remembers of each
 * file when it changed on the main line, not every list.
 */
final class MainLineTrees {
  private final List<Timeline> files = new ArrayList<>();

  /** What a file was on the main line, from which commit on. */
  private static final class Timeline {
    private final byte[] heading;
    private final List<ObjectId> blobs = new ArrayList<>();
    private int[] positions = new int[4];

    Timeline(String name) {
      this.heading = ("100644 " + name + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    void add(int position, ObjectId blob) {
      if (blobs.size() == positions.length) {
        positions = Arrays.copyOf(positions, 2 * positions.length);
      }
      positions[blobs.size()] = position;
      blobs.add(blob);
    }

    @Nullable ObjectId at(int position) {
      int found = Arrays.binarySearch(positions, 0, blobs.size(), position);
      int index = found >= 0 ? found : -found - 2;
      return index < 0 ? null : blobs.get(index);
    }
  }

  private final List<Timeline> sorted = new ArrayList<>();

  /** Makes lists of files with these names. */
  MainLineTrees(List<String> names) {
    names.forEach(name -> files.add(new Timeline(name)));
    sorted.addAll(files);
    Collections.sort(
        sorted, Comparator.comparing(file -> new String(file.heading, StandardCharsets.US_ASCII)));
  }

  /** From this commit of the main line on, counted from 1, the file is so. */
  void changed(int file, int position, ObjectId blob) {
    files.get(file).add(position, blob);
  }

  /** The files at a commit of the main line, 0 for before it, with one of them replaced. */
  byte[] tree(int position, int file, ObjectId blob) {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
    for (Timeline timeline : sorted) {
      @Nullable ObjectId there = timeline == files.get(file) ? blob : timeline.at(position);
      if (there != null) {
        tree.writeBytes(timeline.heading);
        there.copyRawTo(id, 0);
        tree.writeBytes(id);
      }
    }
    return tree.toByteArray();
  }
}
