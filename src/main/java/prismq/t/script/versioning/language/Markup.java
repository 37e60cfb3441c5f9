package prismq.t.script.versioning.language;

/** A value for a message that is HTML already, such as a list of links. */
public record Markup(String html) {}
