package prismq.t.script.versioning.comment;

/**
 * Somebody who commented in a browser in which a share link was opened.
 *
 * @param firstComment the number of the first comment they wrote, which names them
 * @param name the one they wrote under last
 * @param comments how many they wrote
 * @param isTied whether it is known whose account they have
 */
public record CommentingGuest(long firstComment, String name, int comments, boolean isTied) {}
