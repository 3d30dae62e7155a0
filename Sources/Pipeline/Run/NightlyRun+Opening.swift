import Glibc
import Ingest
import Model
import Rules
import Tables
import Warehouse

// Both modules have a Place; here it is the warehouse's.
import struct Warehouse.Place

/// What a document's reading depends on besides the document: the rules and the program.
///
/// A newer program reads documents again, as changed rules do.
enum ReadingDigest {
  static func of(_ rules: RuleSet) -> String { of(rules: rules.digest) }

  /// - Parameter digest: that of the rules.
  static func of(rules digest: String) -> String {
    Digest.sha256(of: Array("\(Program.name) \(Program.version) \(digest)".utf8))
  }
}

extension NightlyRun.Options {
  /// What a pipeline file says.
  ///
  /// - Parameter jobs: how many documents are read at a time where it does not say so.
  public init(_ file: PipelineFile, root: Root, jobs: Int) {
    self.init(
      root: root, sources: file.sources, rules: root.join(file.rules),
      warehouse: root.join(file.warehouse), jobs: file.jobs ?? jobs)
    thresholds = file.thresholds
    limits = file.limits
    likeness = file.likeness
  }

  func open(_ mode: Warehouse.Mode) throws -> Warehouse {
    let opened = try Warehouse.open(
      path: warehouse, schemaFolder: root.schema, viewsFolder: root.views, mode: mode)
    opened.likenessLimits = likeness
    return opened
  }

  /// The warehouse to read from; nil when there is none yet.
  func openIfThere() throws -> Warehouse? {
    access(warehouse, F_OK) == 0 ? try open(.readOnly) : nil
  }
}

extension Warehouse {
  /// Names places, units and indicators as the rules do. Throws `SQLiteError`.
  ///
  /// - Parameter digest: tells these tables, and others that go with them, from others; see
  ///   ``RunTables/digest``. Nil where no run can tell by it.
  func setDimensions(_ rules: RuleSet, digest: String?) throws {
    try withTransaction {
      try setDimensions(rules)
      try setTablesDigest(digest)
    }
  }

  private func setDimensions(_ rules: RuleSet) throws {
    try setPlaces(
      rules.places.map { place in
        // One that goes on under its code has no successor.
        let merge = rules.placeMerges.first {
          $0.oldCode == place.code && $0.newCode != place.code && place.validTo != nil
        }
        return Place(
          code: place.code, name: place.name, fullName: place.fullName,
          level: place.level.rawValue, gsoCode: place.gsoCode, validFrom: place.validFrom,
          validTo: place.validTo, successor: merge?.newCode)
      },
      mergers: rules.placeMerges.map {
        PlaceMerger(
          oldCode: $0.oldCode, oldName: $0.oldName, newCode: $0.newCode, newName: $0.newName,
          date: $0.date, source: $0.source)
      })
    // The first way to write a unit as it is, not a multiple of it, is its name.
    var named: Set<String> = []
    let units = rules.units.filter {
      $0.isUnit && $0.power == 0 && named.insert($0.unit).inserted
    }
    try setUnits(units.map { (code: $0.unit, name: $0.surface) })
    try setIndicators(
      rules.indicators.map {
        IndicatorName(
          code: $0.code, name: $0.nameVi, nameEn: $0.nameEn, kind: $0.kind.rawValue,
          unit: $0.unit.isEmpty ? nil : $0.unit, direction: $0.direction.rawValue)
      })
  }
}

extension NightlyRun {
  /// Why files and folders that the sources name cannot be read: each becomes a rejection.
  ///
  /// Throws ``PipelineError`` when none of them can be.
  func missingSources() throws(PipelineError) -> [String] {
    let paths = options.sources.flatMap(\.paths)
    let reasons = paths.compactMap { path in
      access(path, R_OK) == 0
        ? nil : Rejection.unreadable(InputError(path: path, code: errno)).reason
    }
    guard let first = reasons.first, reasons.count == paths.count else { return reasons }
    throw PipelineError(RunReport.reason(first, more: reasons.count - 1))
  }

  /// Throws ``PipelineError`` when a source names an encoding that the tables do not have.
  func checkEncodings(_ rules: IngestRules?) throws(PipelineError) {
    for source in options.sources {
      guard let name = source.encoding, let rules, rules.encoding(named: name) == nil else {
        continue
      }
      throw PipelineError(
        "source '\(source.name)': the encoding '\(name)' is not known; use one of "
          + rules.encodingNames.joined(separator: ", "))
    }
  }

  /// The bytes of the files that will be read, for a progress bar. Reads nothing but their names.
  public func totalBytes() -> Int? {
    let known =
      options.isFull ? KnownFiles() : (try? options.openIfThere()?.knownFiles()) ?? KnownFiles()
    var total = 0
    var guess = 0
    let entries = options.sources.lazy.flatMap { SourceWalker(paths: $0.paths, globs: $0.globs) }
    for entry in entries {
      guard case .file(let file) = entry else { continue }
      if let index = known.index(of: file.path, guess: &guess),
        known.isAsItWas(
          at: index, sizeBytes: file.stamp.size, modifiedNanoseconds: file.stamp.mtimeNanoseconds)
      {
        continue
      }
      total += file.stamp.size
    }
    return total
  }
}
