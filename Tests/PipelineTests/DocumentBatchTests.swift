import Extraction
import Ingest
import Model
import Testing

@testable import Pipeline

@Suite struct DocumentBatchTests {
  private func document(_ id: String, bytes: Int) -> IngestItem {
    let text = Array(String(repeating: "tăng 5% ", count: bytes / 9 + 1).utf8.prefix(bytes))
    return .document(Document(id: id, text: text))
  }

  /// What each batch holds, and the bytes of its piece.
  private func divided(_ items: [IngestItem]) -> [(count: Int, piece: Range<Int>?)] {
    var batches: [(count: Int, piece: Range<Int>?)] = []
    let isWanted = DocumentBatch(items: items).divided {
      batches.append(($0.items.count, $0.piece?.bytes))
      return true
    }
    #expect(isWanted)
    return batches
  }

  @Test func shortDocumentsStayTogether() {
    let batches = divided([document("a", bytes: 90), document("b", bytes: 900)])
    #expect(batches.map(\.count) == [2])
    #expect(batches.map(\.piece) == [nil])
  }

  @Test func aLongDocumentIsDividedIntoItsPieces() {
    let bytes = 9 << 18
    let batches = divided([document("a", bytes: 90), document("b", bytes: bytes)])
    #expect(batches.map(\.count) == [1, 1, 1, 1])
    let pieces = batches.compactMap(\.piece)
    #expect(pieces.first?.lowerBound == 0)
    #expect(pieces.last?.upperBound == bytes)
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }

  @Test func nothingFollowsWhereNothingIsWanted() {
    var count = 0
    let isWanted = DocumentBatch(items: [document("a", bytes: 9 << 18)]).divided { _ in
      count += 1
      return false
    }
    #expect(!isWanted)
    #expect(count == 1)
  }
}
