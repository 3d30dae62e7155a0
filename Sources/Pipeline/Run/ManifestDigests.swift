import Glibc
import Ingest

/// The manifests beside text files: a file is read again when its folder's manifest has changed.
struct ManifestDigests {
  private var folders: [String: (path: String, digest: String)?] = [:]
  /// The folder that was asked for last: most files are in the same one as the file before.
  private var last: (folder: String, manifest: (path: String, digest: String)?)?

  /// The manifest in a file's folder; nil when there is none, or it says nothing about such files.
  mutating func manifest(of file: SourceFile) -> (path: String, digest: String)? {
    guard file.format == .text else { return nil }
    if let last, Self.lies(file.path, in: last.folder) { return last.manifest }
    let folder = Self.folder(of: file.path)
    let manifest = folders[folder] ?? Self.manifest(folder + "manifest.csv")
    folders[folder] = .some(manifest)
    last = (folder, manifest)
    return manifest
  }

  private static func folder(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { String(path[...$0]) } ?? ""
  }

  /// Whether a path is that of a file in a folder, whose path ends with `/`.
  private static func lies(_ path: String, in folder: String) -> Bool {
    let isInside = path.utf8.withContiguousStorageIfAvailable { path in
      folder.utf8.withContiguousStorageIfAvailable { folder in
        guard path.count > folder.count, let start = path.baseAddress,
          let other = folder.baseAddress
        else { return false }
        return memcmp(start, other, folder.count) == 0
          && memchr(start + folder.count, 0x2F, path.count - folder.count) == nil
      } ?? false
    }
    return isInside ?? false
  }

  private static func manifest(_ path: String) -> (path: String, digest: String)? {
    guard access(path, F_OK) == 0 else { return nil }
    // One that cannot be read has no digest, and is tried again when it can.
    return (path, (try? Digest.sha256(ofFileAt: path)) ?? "unreadable")
  }
}
