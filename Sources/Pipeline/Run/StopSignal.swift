import Glibc
import Synchronization

/// Remembers that the process was asked to end, so that it can do so between two transactions.
public enum StopSignal {
  private static let received = Atomic<Int32>(0)

  /// Takes note of SIGINT and SIGTERM from now on; a second one ends the process at once.
  public static func watch() {
    for signal in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { StopSignal.received.store($0, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      sigaction(signal, &action, nil)
    }
    // A file that may not grow is told as a write that failed, and does not end the process.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The signal that came; nil as long as none did.
  public static var current: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }
}
