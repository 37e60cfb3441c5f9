@NullMarked
package prismq.t.script.versioning.core.statistics;

import org.jspecify.annotations.NullMarked;
