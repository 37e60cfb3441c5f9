package prismq.t.script.versioning.core.fountain;

/**
 * A part of a text that looks the same throughout.
 *
 * @param start in the text with its signs
 * @param end the first character that no longer belongs to it
 */
public record StyledRun(
    int start, int end, boolean isBold, boolean isItalic, boolean isUnderlined) {}
