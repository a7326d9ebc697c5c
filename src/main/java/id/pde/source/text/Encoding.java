package id.pde.source.text;

import java.nio.charset.Charset;

/**
 * How the bytes of a text file become signs.
 *
 * @param skip bytes of a byte order mark
 * @param ascii whether every byte is known to be plain
 * @param watchNul whether U+0000 may occur
 * @param guessed whether nothing but the lack of anything better speaks for the charset
 */
record Encoding(Charset charset, int skip, boolean ascii, boolean watchNul, boolean guessed) {}
