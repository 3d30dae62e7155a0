/// What the columns of CSV and the keys of JSON that hold a document's fields are called, in either
/// case.
///
/// Without a mapping they are those of this program and of what crawlers write: news-please,
/// trafilatura, Scrapy. Where several are there, the first one that is not empty counts.
public struct FieldNames: Sendable, Hashable {
  /// A field that a name stands for.
  struct Match: Hashable {
    var field: DocumentField
    /// The lower one goes before.
    var rank: Int
  }

  private var matches: [String: Match] = Self.standard
  /// The first parts of names with a dot: `data.content` is the member `content` of `data`.
  private(set) var parents: Set<String> = []

  public init() {}

  /// Uses these names, the best first, for a field instead of the standard ones.
  ///
  /// - Parameter field: `id`, `text`, `title`, `published`, `url`, `outlet` or `place`; another one
  ///   gives false.
  public mutating func map(_ field: String, to names: [String]) -> Bool {
    guard let field = DocumentField(rawValue: field) else { return false }
    matches = matches.filter { $0.value.field != field }
    for (rank, name) in names.enumerated() {
      matches[name.lowercased()] = Match(field: field, rank: rank)
      let parts = name.lowercased().split(separator: ".")
      for count in 1..<max(parts.count, 1) {
        parents.insert(parts[..<count].joined(separator: "."))
      }
    }
    return true
  }

  /// The names of the fields that can be mapped.
  public static var fields: [String] { DocumentField.allCases.map(\.rawValue) }

  /// All names in an order of their own.
  var description: String {
    matches.map { "\($0.key)=\($0.value.field.rawValue).\($0.value.rank)" }.sorted().joined(
      separator: " ")
  }

  func match(_ name: String) -> Match? { matches[name.lowercased()] }

  func isParent(_ name: String) -> Bool {
    !parents.isEmpty && parents.contains(name.lowercased())
  }

  private static let names: [DocumentField: [String]] = [
    .id: ["id"],
    .text: [
      "text", "maintext", "content", "body", "raw_text", "articlebody", "article_text", "full_text",
      "noi_dung",
    ],
    .title: ["title", "headline", "tieu_de"],
    .published: [
      "published", "date_publish", "date", "published_at", "publish_date", "date_published",
      "published_date", "datepublished", "pubdate", "pub_date", "ngay_dang",
    ],
    .url: ["url", "link", "source_url"],
    .outlet: [
      "outlet", "source", "sitename", "site_name", "source-hostname", "source_domain", "hostname",
      "domain",
    ],
    .place: ["place"],
  ]

  private static let standard: [String: Match] = {
    var matches: [String: Match] = [:]
    for (field, names) in names {
      for (rank, name) in names.enumerated() { matches[name] = Match(field: field, rank: rank) }
    }
    return matches
  }()
}
