#ifndef SOLIEU_CMALLOC_SHIM_H
#define SOLIEU_CMALLOC_SHIM_H

// The C library's settings for the memory that it gives, which Swift's Glibc leaves out.
#include <malloc.h>

#endif
