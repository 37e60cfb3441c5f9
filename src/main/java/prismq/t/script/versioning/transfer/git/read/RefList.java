package prismq.t.script.versioning.transfer.git.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** Names that lead to objects, each of which reads otherwise than the others. */
final class RefList {
  private final List<NamedRef> refs = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** Adds one, unless it is there already. */
  void add(FilePath name, ObjectId id) {
    if (names.add(name.toString())) {
      refs.add(new NamedRef(name.toString(), id, name.isGuessed()));
    } else if (name.isGuessed()) {
      // Another one reads the same; git's own way of writing it tells them apart.
      String quoted = name.quoted().replace("\"", "");
      if (names.add(quoted)) {
        refs.add(new NamedRef(quoted, id, true));
      }
    }
  }

  List<NamedRef> all() {
    return List.copyOf(refs);
  }
}
