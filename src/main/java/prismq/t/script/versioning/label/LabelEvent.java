package prismq.t.script.versioning.label;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a label.
 *
 * @param id grows with each
 * @param from the version that had it before; null for none
 * @param to the version that has it after, or should have had; null for none
 * @param account the number of who did it; null where nobody has an account
 * @param said why it was refused or done all the same, or the rule; may be empty
 */
record LabelEvent(
    long id,
    String name,
    LabelAct act,
    @Nullable Integer from,
    @Nullable Integer to,
    @Nullable Long account,
    Instant at,
    String said) {}
