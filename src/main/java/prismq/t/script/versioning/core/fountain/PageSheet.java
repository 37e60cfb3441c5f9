package prismq.t.script.versioning.core.fountain;

import java.util.List;

/**
 * A page of a screenplay.
 *
 * @param number as it stands on the page; empty on the first one
 */
public record PageSheet(String number, List<PagePart> parts) {}
