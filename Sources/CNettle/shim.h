#include <nettle/sha2.h>
#include <nettle/version.h>

// From version 4 on Nettle always writes the whole digest, and is not told how long it is.
static inline void shim_sha256_digest(struct sha256_ctx *context, uint8_t *digest) {
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest(context, digest);
#else
  sha256_digest(context, SHA256_DIGEST_SIZE, digest);
#endif
}
