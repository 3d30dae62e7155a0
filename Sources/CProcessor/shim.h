// What Swift has no word for.
#pragma once

// Has the processor bring memory near that is looked at soon, and waits for nothing.
static inline void solieu_fetch(const void *address) { __builtin_prefetch(address); }
