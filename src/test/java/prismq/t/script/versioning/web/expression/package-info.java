@NullMarked
package prismq.t.script.versioning.web.expression;

import org.jspecify.annotations.NullMarked;
