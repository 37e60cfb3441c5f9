package prismq.t.script.versioning.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null for no condition.
 *
 * @param person exactly as the entries have it
 * @param from the earliest time
 * @param until the first time that is too late
 */
public record AuditFilter(
    @Nullable AuditAct act,
    @Nullable String person,
    @Nullable String scriptId,
    @Nullable Instant from,
    @Nullable Instant until) {}
