@_spi(_Unicode) import Swift

extension String {
  /// In normalization form D.
  var decomposedForTest: [Unicode.Scalar] { Array(_nfd) }
}
