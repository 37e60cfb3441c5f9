package prismq.t.script.versioning.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.reading.LaidOutText;
import prismq.t.script.versioning.reading.SceneRow;

/**
 * Where the scenes of an annotated text begin.
 *
 * @param list of them
 * @param at by where the paragraph starts that they begin in, in bytes, their places from 1
 */
record AnnotatedScenes(LaidOutText list, Map<Integer, List<Integer>> at) {
  static AnnotatedScenes of(AnnotatedVersion annotated, AnnotatedParts parts) {
    ScriptText text = annotated.annotation().text();
    TextFormat format = TextFormat.of(annotated.script().format(), text);
    LaidOutText list = LaidOutText.listed(format, text, null);
    int[] paragraphs = parts.paragraphStarts();
    int[] characters = CharacterPositions.of(annotated.bytes(), paragraphs);
    Map<Integer, List<Integer>> at = new HashMap<>();
    for (SceneRow row : list.scenes()) {
      int found = Arrays.binarySearch(characters, row.scene().start());
      int paragraph = Math.max(0, found < 0 ? -found - 2 : found);
      at.computeIfAbsent(paragraphs[paragraph], any -> new ArrayList<>()).add(row.place());
    }
    return new AnnotatedScenes(list, at);
  }

  /** Those that begin in the paragraph that starts at a place. */
  List<Integer> in(int paragraphStart) {
    return at.getOrDefault(paragraphStart, List.of());
  }

  /** For each place of a scene the number of the part that it begins in, from 1. */
  Map<Integer, Integer> partOf(AnnotatedParts parts) {
    Map<Integer, Integer> partOf = new HashMap<>();
    at.forEach(
        (start, places) -> {
          int part = 1;
          while (part < parts.count() && parts.get(part).bytes().end() <= start) {
            part++;
          }
          for (int place : places) {
            partOf.put(place, part);
          }
        });
    return partOf;
  }
}
