package prismq.t.script.versioning.transfer.git.read;

import prismq.t.script.versioning.language.FilledMessage;

/** Something about a whole repository that a person is told: what, and what about it. */
public record SourceRemark(Object what, FilledMessage why) {}
