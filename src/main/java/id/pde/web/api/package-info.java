/**
 * The API for programs, {@code /api/v1}: what the console shows and does, as JSON, CSV and NDJSON.
 * Programs show a token; cookies of the console open nothing here. Entry type: {@link
 * id.pde.web.api.ApiDoors}.
 */
@NullMarked
package id.pde.web.api;

import org.jspecify.annotations.NullMarked;
