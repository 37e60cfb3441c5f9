package prismq.t.script.versioning.comment;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.CodePointRange;

/**
 * A thread and where it stands in a version.
 *
 * @param range in code points of the version's text; null where it has no place
 * @param text what stands there; null likewise
 */
public record PlacedThread(
    CommentThread thread,
    Placement placement,
    @Nullable CodePointRange range,
    @Nullable String text) {}
