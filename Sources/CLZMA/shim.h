#include <lzma.h>

/// Begins to unpack xz, one stream or several after each other, in at most `memory` bytes.
///
/// Here because Swift does not see the flags of liblzma, which are macros with casts.
static inline int solieu_xz_init(lzma_stream *stream, uint64_t memory) {
  return lzma_stream_decoder(stream, memory, LZMA_CONCATENATED) == LZMA_OK;
}

/// Unpacks on: 0 when there is more to come, 1 at the end, -1 when the data are broken, -2 when they
/// take too much memory.
static inline int solieu_xz_step(lzma_stream *stream, int is_last) {
  switch (lzma_code(stream, is_last ? LZMA_FINISH : LZMA_RUN)) {
    case LZMA_OK: case LZMA_BUF_ERROR: return 0;
    case LZMA_STREAM_END: return 1;
    case LZMA_MEM_ERROR: case LZMA_MEMLIMIT_ERROR: return -2;
    default: return -1;
  }
}
