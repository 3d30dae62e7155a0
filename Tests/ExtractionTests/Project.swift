import Rules

/// The project's folder, found from this file's own path.
enum Project {
  static let root = String(#filePath.dropLast("/Tests/ExtractionTests/Project.swift".count))
  static let rulesFolder = root + "/Pipelines/rules"
  static let examplesFolder = root + "/Pipelines/examples"

  /// Read once for all tests.
  static let rules: Result<RuleSet, any Error> = Result { try RuleSet(folder: rulesFolder) }
}
