#include <zlib.h>

/// Begins to inflate gzip (`window_bits` 31), zlib (15) or bare deflate data (-15).
///
/// Here because Swift does not see zlib's macros.
static inline int solieu_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
