package prismq.t.script.versioning.comment;

import org.jspecify.annotations.Nullable;

/**
 * Who writes a comment.
 *
 * @param name as it is shown; empty where nobody said it
 * @param account the number of their account; null where nobody has one
 */
public record Commenter(String name, @Nullable Long account) {}
