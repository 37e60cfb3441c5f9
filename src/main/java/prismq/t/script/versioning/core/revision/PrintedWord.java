package prismq.t.script.versioning.core.revision;

/**
 * A word that is printed, or what stands in place of a scene that was omitted.
 *
 * @param key equal for words that are printed alike
 * @param start in {@code char}s of the source
 * @param end the first one that no longer belongs to it
 * @param item that it is in, from 0
 * @param element that it is in, from 0; −1 for an omitted scene
 * @param isFirst whether it is the first word of its element
 */
record PrintedWord(String key, int start, int end, int item, int element, boolean isFirst) {
  boolean isOmitted() {
    return element < 0;
  }
}
