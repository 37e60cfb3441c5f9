package prismq.t.script.versioning.transfer.prismq;

import org.jspecify.annotations.Nullable;

/** A row of Title. */
record TitleRow(@Nullable Long version, String text, String createdAt) {}
