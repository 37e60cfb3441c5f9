/** Comments, suggestions and reviews as they go from one database to another. */
@NullMarked
package prismq.t.script.versioning.transfer.reviews;

import org.jspecify.annotations.NullMarked;
