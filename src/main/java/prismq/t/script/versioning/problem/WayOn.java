package prismq.t.script.versioning.problem;

/** A link to where a person can go on after a problem. */
public record WayOn(String url, String text) {}
