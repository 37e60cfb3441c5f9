/**
 * The language inside <code>${…}</code> of templates: names, properties, calls, literals and the
 * usual operators, compiled once per expression.
 */
@NullMarked
package prismq.t.script.versioning.web.expression;

import org.jspecify.annotations.NullMarked;
