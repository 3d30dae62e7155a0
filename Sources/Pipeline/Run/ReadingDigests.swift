import Ingest

/// What the files of a source are read by: the rules, what the source says about all of its files,
/// and what the manifest of a file's folder says.
struct ReadingDigests {
  private let rulesDigest: String
  private let source: PipelineFile.Source
  private let optionsDigest: String
  /// By the digest of the manifest; the empty text where there is none.
  private var known: [String: String] = [:]

  init(rulesDigest: String, source: PipelineFile.Source, options: IngestOptions) {
    self.rulesDigest = rulesDigest
    self.source = source
    optionsDigest = options.digest
  }

  /// - Parameter manifest: the digest of the manifest in a file's folder; nil when there is none.
  mutating func digest(manifest: String?) -> String {
    let manifest = manifest ?? ""
    if let digest = known[manifest] { return digest }
    let parts = [rulesDigest, optionsDigest, source.outlet ?? "", source.place ?? "", manifest]
    let digest = Digest.sha256(of: Array(parts.joined(separator: "\n").utf8))
    known[manifest] = digest
    return digest
  }
}
