#include <sqlite3.h>

/// Turns off the engine's count of the memory that it uses, for which each of its allocations
/// takes a lock: a quarter of the time of an insertion. Has no effect after the first connection.
///
/// Here because Swift cannot call functions with a variable number of arguments.
static inline int solieu_sqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Of <malloc.h>, which is no part of Swift's module of glibc.
extern int malloc_trim(__SIZE_TYPE__ pad);

/// Gives back to the system what was freed in pieces.
static inline void solieu_return_memory(void) { malloc_trim(0); }
