import Glibc
import Ingest

/// The manifests beside text files: a file is read again when its folder's manifest has changed.
struct ManifestDigests {
  private var folders: [String: (path: String, digest: String)?] = [:]

  /// The manifest in a file's folder; nil when there is none, or it says nothing about such files.
  mutating func manifest(of file: SourceFile) -> (path: String, digest: String)? {
    guard file.format == .text else { return nil }
    let slash = file.path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(file.path[...$0]) } ?? ""
    if let known = folders[folder] { return known }
    let manifest = Self.manifest(folder + "manifest.csv")
    folders[folder] = .some(manifest)
    return manifest
  }

  private static func manifest(_ path: String) -> (path: String, digest: String)? {
    guard access(path, F_OK) == 0 else { return nil }
    // One that cannot be read has no digest, and is tried again when it can.
    return (path, (try? Digest.sha256(ofFileAt: path)) ?? "unreadable")
  }
}
