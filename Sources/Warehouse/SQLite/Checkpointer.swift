import CSQLite
import Glibc

/// Moves what was committed out of the write-ahead log into the file, by a thread and a connection of
/// its own, while the next transaction is filled: moving is a third of what storing takes.
///
/// What is moved is decided by SQLite: whoever is killed at whatever point loses nothing by it.
final class Checkpointer: @unchecked Sendable {
  /// From so many pages in the log on they are moved; a transaction of a large run has as many.
  private static let pages = 4000
  /// With so many the writer moves what is left itself: the log begins anew only when all of it was
  /// moved as the next transaction begins, which a thread that is always one behind never reaches.
  private static let mostPages = 16_000

  private let path: String
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var thread: pthread_t?
  /// Guarded by the mutex.
  private var isWanted = false
  private var isEnding = false

  /// Looks after the log of a connection from now on; to be kept as long as that is used.
  init(_ connection: Connection) {
    path = connection.path
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_wal_hook(
      connection.handle,
      { context, handle, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue()
          .committed(Int(pages), handle)
        return SQLITE_OK
      }, context)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Ends the thread; the connection must not be written to any more.
  func end(_ connection: Connection) {
    sqlite3_wal_hook(connection.handle, nil, nil)
    guard let thread else { return }
    locked {
      isEnding = true
      pthread_cond_signal(condition)
    }
    pthread_join(thread, nil)
    self.thread = nil
  }

  /// Called by the writer's thread, with the pages that the log has.
  private func committed(_ pages: Int, _ handle: OpaquePointer?) {
    guard pages >= Self.pages else { return }
    guard pages < Self.mostPages, start() else {
      // As SQLite does by itself without a hook: what cannot be moved now is moved later.
      sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
      return
    }
    locked {
      isWanted = true
      pthread_cond_signal(condition)
    }
  }

  /// Starts the thread where there is none; false when the system gives none.
  private func start() -> Bool {
    guard thread == nil else { return true }
    var started = pthread_t()
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      if let context {
        Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue().work()
      }
      return nil
    }
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard pthread_create(&started, nil, run, context) == 0 else { return false }
    thread = started
    return true
  }

  private func work() {
    // Who cannot open it leaves the moving to the writer.
    guard let connection = try? Connection(path: path, mode: .write),
      (try? connection.execute("PRAGMA synchronous = NORMAL")) != nil
    else { return }
    while waitUntilWanted() {
      sqlite3_wal_checkpoint_v2(connection.handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
  }

  /// False when there is nothing more to come.
  private func waitUntilWanted() -> Bool {
    locked {
      while !isWanted, !isEnding { pthread_cond_wait(condition, mutex) }
      isWanted = false
      return !isEnding
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
