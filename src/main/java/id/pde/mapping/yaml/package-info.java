/**
 * YAML as PDE reads it: text with places, never typed guesses; every fault a value.
 *
 * <p>A scalar is the text that stands in the file: {@code no} is not false, {@code 012} not ten and
 * {@code 1_000} not a thousand. Start at {@link id.pde.mapping.yaml.YamlReader}. May import {@code
 * model}; the YAML library is used nowhere else.
 */
@NullMarked
package id.pde.mapping.yaml;

import org.jspecify.annotations.NullMarked;
