/** The page with what concerns whoever is signed in, of all scripts. */
@NullMarked
package prismq.t.script.versioning.home;

import org.jspecify.annotations.NullMarked;
