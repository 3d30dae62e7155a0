import Synchronization
import Testing
import Threads

@Suite struct BesideTests {
  @Test("The value is what the body gives, however often it is asked for")
  func value() {
    let calls = Mutex(0)
    let beside = Beside {
      calls.withLock { $0 += 1 }
      return (1...100).reduce(0, +)
    }
    #expect(beside.value() == 5050)
    #expect(beside.value() == 5050)
    #expect(calls.withLock { $0 } == 1)
  }

  @Test("Who never asks waits all the same until the body has ended")
  func unasked() {
    let hasEnded = Mutex(false)
    do {
      let beside = Beside { hasEnded.withLock { $0 = true } }
      withExtendedLifetime(beside) {}
    }
    #expect(hasEnded.withLock { $0 })
  }

  @Test("Both threads work at the same time")
  func together() {
    let left = Mutex(false)
    let right = Mutex(false)
    let beside = Beside {
      left.withLock { $0 = true }
      while !right.withLock({ $0 }) {}
    }
    // Were one to wait for the other, neither would see its flag.
    right.withLock { $0 = true }
    while !left.withLock({ $0 }) {}
    beside.value()
    #expect(left.withLock { $0 })
  }
}
