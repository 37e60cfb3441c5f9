package prismq.t.script.versioning.transfer.git.read;

/** Something about a whole repository that a person is told: what, and what about it. */
public record SourceRemark(String what, String why) {}
