@NullMarked
package prismq.t.script.versioning.report;

import org.jspecify.annotations.NullMarked;
