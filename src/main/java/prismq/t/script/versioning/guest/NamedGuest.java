package prismq.t.script.versioning.guest;

/**
 * Somebody who commented or decided in a browser in which a share link was opened.
 *
 * @param key names the browser among those of the link
 * @param name the one they used last
 * @param comments how many they wrote
 * @param verdicts how many verdicts they gave
 * @param isMember whether it is known whose account they have
 */
public record NamedGuest(String key, String name, int comments, int verdicts, boolean isMember) {}
