/**
 * Measures what the application is fast and small for, with git as the yardstick: {@code mvn
 * -Pbench verify}. Figures are printed, never asserted.
 */
@NullMarked
package prismq.t.script.versioning.bench;

import org.jspecify.annotations.NullMarked;
