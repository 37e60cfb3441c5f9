package prismq.t.script.versioning.draft;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form and not saved.
 *
 * @param title of a script that is not there yet; else empty
 * @param typedId its id, as far as it was typed; else empty
 * @param content the text, with line feeds
 * @param baseVersion the head it was written on; 0 for none
 * @param filledFrom the version that the text field was filled with; null for none
 * @param newBranch what the branch is to be called that it is to be saved on; null where it is to
 *     be saved on the branch that it was written for
 */
public record DraftFields(
    String title,
    String typedId,
    String content,
    String changeDescription,
    int baseVersion,
    @Nullable Integer filledFrom,
    @Nullable String newBranch) {}
