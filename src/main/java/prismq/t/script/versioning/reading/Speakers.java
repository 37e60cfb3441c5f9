package prismq.t.script.versioning.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.Screenplay;

/**
 * Who speaks the lines of a screenplay.
 *
 * @param cues for each element the place of the cue that it is, or that it is spoken under; −1 for
 *     none
 * @param nameOf who speaks each element, in capitals; empty where nobody does
 * @param names of those who speak
 */
record Speakers(Screenplay screenplay, int[] cues, String[] nameOf, Set<String> names) {
  static final int NONE = -1;

  static Speakers of(Screenplay screenplay) {
    List<FountainElement> elements = screenplay.elements();
    int[] cues = new int[elements.size()];
    String[] nameOf = new String[cues.length];
    Set<String> names = new HashSet<>();
    int cue = NONE;
    String name = "";
    for (int i = 0; i < cues.length; i++) {
      FountainType type = elements.get(i).type();
      if (type.isCue()) {
        cue = i;
        name = screenplay.name(elements.get(i));
        names.add(name);
      } else if (type == FountainType.BLANK || (type.isPrinted() && !type.isSpeech())) {
        cue = NONE;
      }
      cues[i] = type.isPrinted() ? cue : NONE;
      nameOf[i] = cues[i] == NONE ? "" : name;
    }
    return new Speakers(screenplay, cues, nameOf, names);
  }

  /** Who speaks an element, in capitals; empty where nobody does. */
  String of(int element) {
    return element < 0 ? "" : nameOf[element];
  }
}
