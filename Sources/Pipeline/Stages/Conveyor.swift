import Threads

/// Carries work from one feeder over several workers to one taker, who gets the results in the
/// order of the feeding.
///
/// At most ``limit`` pieces are on the way at a time: a quick feeder waits for a slow taker, so that
/// memory does not grow with the input. Behind heavy ones it waits until they are dealt with, before
/// it makes the next one.
final class Conveyor<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  let limit: Int
  private let weight: @Sendable (Input) -> Int
  private let monitor = Monitor()
  private var waiting: [(number: Int, input: Input)] = []
  /// Of the pieces that were fed and are not dealt with, in the order of the feeding.
  private var weights: [Int] = []
  private var finished: [Int: Output] = [:]
  /// The result that was given last, and those that are dealt with: the workers free them, as that
  /// takes time which the taker has least of.
  private var given: Output?
  private var spent: [Output] = []
  private var fedCount = 0
  private var takenCount = 0
  private var isClosed = false
  private var isStopped = false

  /// How many pieces may wait for the taker besides those at work and those next to be: so many are
  /// made while it is busy with something else, which the end of a transaction is.
  static var waitingPieces: Int { 4 }

  /// How much may be on the way while the feeder makes more.
  static var heaviest: Int { 16 << 20 }

  init(limit: Int, weight: @escaping @Sendable (Input) -> Int = { _ in 0 }) {
    self.limit = limit
    self.weight = weight
  }

  /// Feeds a piece, waiting for room; false when nothing more is wanted.
  func put(_ input: Input) -> Bool {
    monitor.locked {
      while fedCount - takenCount >= limit, !isStopped { monitor.wait() }
      guard !isStopped else { return false }
      waiting.append((fedCount, input))
      weights.append(weight(input))
      fedCount += 1
      monitor.wakeAll()
      while weights.reduce(0, +) > Self.heaviest, !isStopped { monitor.wait() }
      return true
    }
  }

  /// Says that nothing more will be fed.
  func close() {
    monitor.locked {
      isClosed = true
      monitor.wakeAll()
    }
  }

  /// Lets the feeder and the workers end as soon as they can.
  func stop() {
    monitor.locked {
      isStopped = true
      waiting = []
      monitor.wakeAll()
    }
  }

  /// Works until there is nothing left to do.
  func work(_ transform: (Input) -> Output) {
    while let (number, input) = nextPiece() {
      let output = transform(input)
      monitor.locked {
        finished[number] = output
        monitor.wakeAll()
      }
    }
  }

  private func nextPiece() -> (Int, Input)? {
    var freed: [Output] = []
    let piece: (Int, Input)? = monitor.locked {
      while waiting.isEmpty, !isClosed, !isStopped { monitor.wait() }
      swap(&freed, &spent)
      return waiting.isEmpty ? nil : waiting.removeFirst()
    }
    // Not while the lock is held.
    freed = []
    return piece
  }

  /// The next result in order, waiting for it; nil at the end. What was taken before is dealt with.
  func take() -> Output? {
    monitor.locked {
      if fedCount - takenCount < weights.count {
        weights.removeFirst()
        monitor.wakeAll()
      }
      if let given { spent.append(given) }
      given = nil
      while true {
        if let output = finished.removeValue(forKey: takenCount) {
          takenCount += 1
          given = output
          monitor.wakeAll()
          return output
        }
        if isStopped || (isClosed && takenCount == fedCount) { return nil }
        monitor.wait()
      }
    }
  }
}

extension Conveyor {
  /// Runs the whole: `feed` on a thread of its own, `jobs` workers, and `take` on this one, which goes
  /// before the others, as there is only one of it.
  ///
  /// All threads have ended when this returns, also when `take` throws.
  /// - Parameters:
  ///   - jobs: The number of workers.
  ///   - weight: What a piece and its result take in memory.
  ///   - feed: Calls the closure it is given with piece after piece, until that gives false.
  ///   - worker: Makes what one worker turns its pieces into results with.
  ///   - take: Calls the closure it is given for result after result.
  static func run<Value>(
    jobs: Int, weight: @escaping @Sendable (Input) -> Int = { _ in 0 },
    feed: @escaping @Sendable (@escaping (Input) -> Bool) -> Void,
    worker: @escaping @Sendable () -> (Input) -> Output,
    take: (() -> Output?) throws -> Value
  ) throws -> Value {
    let conveyor = Conveyor(limit: jobs * 2 + waitingPieces, weight: weight)
    let crew = Crew()
    defer { crew.join() }
    defer { conveyor.stop() }
    try crew.start {
      stepBack()
      feed { conveyor.put($0) }
      conveyor.close()
    }
    for _ in 0..<jobs {
      try crew.start {
        stepBack()
        conveyor.work(worker())
      }
    }
    return try take { conveyor.take() }
  }
}
