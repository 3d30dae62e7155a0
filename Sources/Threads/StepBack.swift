import Glibc

/// Lets the threads of the process that do not step back go before the calling one, where there are
/// fewer processors than threads.
public func stepBack() {
  // For Linux 0 is the calling thread, and not its process.
  _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
}
