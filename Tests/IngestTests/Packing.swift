import CLibArchive

/// Packs files as the tests need them, by libarchive.
enum Packing {
  enum Form { case zip, tar, alone }
  enum Filter { case none, gzip, zstd, xz, bzip2, lz4 }

  static func pack(
    _ files: [(name: String, content: [UInt8])], as form: Form, _ filter: Filter = .none
  ) -> [UInt8] {
    let archive = archive_write_new()
    switch form {
    case .zip: archive_write_set_format_zip(archive)
    case .tar: archive_write_set_format_ustar(archive)
    case .alone: archive_write_set_format_raw(archive)
    }
    switch filter {
    case .none: archive_write_add_filter_none(archive)
    case .gzip: archive_write_add_filter_gzip(archive)
    case .zstd: archive_write_add_filter_zstd(archive)
    case .xz: archive_write_add_filter_xz(archive)
    case .bzip2: archive_write_add_filter_bzip2(archive)
    case .lz4: archive_write_add_filter_lz4(archive)
    }
    archive_write_set_bytes_per_block(archive, 0)
    var room = [UInt8](repeating: 0, count: 1 << 20 + files.reduce(0) { $0 + $1.content.count })
    var used = 0
    archive_write_open_memory(archive, &room, room.count, &used)
    for file in files {
      let entry = archive_entry_new()
      archive_entry_copy_pathname(entry, file.name)
      archive_entry_set_size(entry, Int64(file.content.count))
      archive_entry_set_filetype(entry, 0o100000)
      archive_entry_set_perm(entry, 0o644)
      archive_write_header(archive, entry)
      _ = file.content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
      archive_entry_free(entry)
    }
    archive_write_close(archive)
    archive_write_free(archive)
    return Array(room.prefix(used))
  }

  static func compress(_ content: [UInt8], _ filter: Filter) -> [UInt8] {
    pack([("x", content)], as: .alone, filter)
  }

  static func compress(_ text: String, _ filter: Filter) -> [UInt8] {
    compress(Array(text.utf8), filter)
  }
}
