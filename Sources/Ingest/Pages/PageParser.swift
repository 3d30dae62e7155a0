import CLibXML2

/// Reads HTML by libxml2's parser into a ``Page``.
///
/// By its events and not by its tree, which takes as long again to build.
final class PageParser {
  let rules: PageRules
  private(set) var page = Page()

  /// The elements that are open: their indices in the page, 0 for those that are not kept.
  private var open: [Open] = []
  private struct Open {
    var element: Int32
    var isLink: Bool
    var isBlock: Bool
  }

  private var block: Page.Block?
  private var current: Int32 = 0
  private var cell: Int32 = 0
  private var row: Int32 = 0
  private var linkDepth = 0
  /// How many open elements lie in one that is dropped, that one counted.
  private var dropDepth = 0
  private var endsInBlank = true
  private var isInTitle = false
  private var isInLinkedData = false
  /// The roles of classes and ids met before.
  private var roles: [UInt64: PageRole] = [:]

  init(rules: PageRules) { self.rules = rules }

  private static let isInitialized: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads a page.
  ///
  /// - Parameter bytes: UTF-8 without NUL.
  func parse(_ bytes: [UInt8]) -> Page {
    guard Self.isInitialized, bytes.count < Int32.max, let context = htmlNewParserCtxt() else {
      return Page()
    }
    defer { htmlFreeParserCtxt(context) }
    page.text.reserveCapacity(bytes.count / 4)
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      // Events only: there is no document to free.
      _ = htmlCtxtReadMemory(context, start, Int32(buffer.count), nil, "UTF-8", Int32(options))
    }
    flush()
    defer { reset() }
    return page
  }

  private func reset() {
    page = Page()
    open = []
    (current, cell, row, linkDepth, dropDepth) = (0, 0, 0, 0, 0)
    (isInTitle, isInLinkedData) = (false, false)
    if roles.count > 50_000 { roles = [:] }
  }

  private var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      PageParser.of(context).start(name, PageAttributes(list: attributes))
    }
    handler.endElement = { context, _ in
      guard let context else { return }
      PageParser.of(context).end()
    }
    handler.characters = { context, bytes, count in
      guard let context else { return }
      PageParser.of(context).take(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { context, bytes, count in
      guard let context else { return }
      let parser = PageParser.of(context)
      guard parser.isInLinkedData else { return }
      let script = UnsafeBufferPointer(start: bytes, count: Int(count))
      parser.page.linkedData[parser.page.linkedData.count - 1].append(contentsOf: script)
    }
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer) -> PageParser {
    Unmanaged<PageParser>.fromOpaque(context).takeUnretainedValue()
  }

  // MARK: Elements

  private func start(_ name: UnsafePointer<UInt8>, _ attributes: PageAttributes) {
    let hash = PageAttributes.hash(name)
    if dropDepth > 0 {
      dropDepth += 1
      // Linked data may stand anywhere.
      if hash == PageTag.script { startScript(attributes) }
      return
    }
    var role = rules.tags[hash] ?? []
    if let known = PageTag.roles[hash] { role.formUnion(known) }
    switch hash {
    case PageTag.meta: return startMeta(attributes)
    case PageTag.script:
      startScript(attributes)
      role.insert(.drop)
    case PageTag.style: role.insert(.drop)
    case PageTag.title where page.title.isEmpty && open.count <= 2: isInTitle = true
    case PageTag.link: takeLink(attributes)
    case PageTag.br: flush()
    default: break
    }
    if role.contains(.drop) {
      if !role.contains(.inline) { flush() }
      dropDepth = 1
      return
    }
    startKept(hash, role, attributes)
  }

  private func startKept(_ hash: UInt64, _ tagRole: PageRole, _ attributes: PageAttributes) {
    var role = tagRole
    let marks = takeAttributes(hash, attributes)
    // The page as a whole is not what a class of it says.
    if !role.contains(.root) { role.formUnion(marks) }
    let isLink = hash == PageTag.a
    if isLink { linkDepth += 1 }
    guard !tagRole.contains(.inline) || !marks.isEmpty else {
      return open.append(Open(element: 0, isLink: isLink, isBlock: false))
    }
    flush()
    let index = Int32(page.elements.count)
    page.elements.append(Page.Element(parent: current, role: role))
    current = index
    if role.contains(.row) { (row, cell) = (index, 0) }
    if role.contains(.cell) { cell = index }
    open.append(Open(element: index, isLink: isLink, isBlock: true))
  }

  private func end() {
    isInTitle = false
    if dropDepth > 0 {
      dropDepth -= 1
      isInLinkedData = false
      return
    }
    guard let last = open.popLast() else { return }
    if last.isLink { linkDepth -= 1 }
    guard last.isBlock else { return }
    flush()
    let element = page.elements[Int(last.element)]
    current = element.parent
    if element.role.contains(.cell) { cell = 0 }
    if element.role.contains(.row) { leaveRow() }
  }

  /// Back in the row that a table in a cell stands in, if it does.
  private func leaveRow() {
    (row, cell) = (0, 0)
    for item in open.reversed() where item.isBlock {
      let role = page.elements[Int(item.element)].role
      if cell == 0, role.contains(.cell) { cell = item.element }
      if role.contains(.row) {
        row = item.element
        return
      }
    }
    cell = 0
  }

  // MARK: Attributes

  private func startScript(_ attributes: PageAttributes) {
    guard let type = attributes["type"], type.lowercased().contains("ld+json") else { return }
    page.linkedData.append([])
    isInLinkedData = true
  }

  /// An empty element: libxml2 tells its end at once.
  private func startMeta(_ attributes: PageAttributes) {
    open.append(Open(element: 0, isLink: false, isBlock: false))
    guard let content = attributes["content"], !content.isEmpty else { return }
    for name in ["property", "name", "itemprop"] {
      guard let key = attributes.hash(name), let match = rules.metas[key] else { continue }
      page.statements.append(Page.Statement(match: match, value: content))
    }
  }

  private func takeLink(_ attributes: PageAttributes) {
    guard attributes["rel"]?.lowercased() == "canonical" else { return }
    page.canonical = page.canonical ?? attributes["href"]
  }

  /// What the attributes say of the element.
  private func takeAttributes(_ hash: UInt64, _ attributes: PageAttributes) -> PageRole {
    var role = PageRole()
    attributes.visit { name, value in
      switch name {
      case PageTag.classAttribute, PageTag.idAttribute, PageTag.roleAttribute:
        role.formUnion(roleOfNames(value))
      case PageTag.itemprop:
        role.formUnion(roleOfNames(value))
        if let match = rules.metas[NameHash.of(value)],
          let stated = attributes["content"] ?? attributes["datetime"]
        {
          page.statements.append(Page.Statement(match: match, value: stated))
        }
      case PageTag.datetime where hash == PageTag.time:
        page.times.append(String(decoding: value, as: UTF8.self))
      case PageTag.lang where hash == PageTag.html:
        page.language = String(decoding: value, as: UTF8.self)
      case PageTag.hidden: role.insert(.hidden)
      case PageTag.styleAttribute: if PageAttributes.hides(value) { role.insert(.hidden) }
      default: break
      }
    }
    return role
  }

  /// The roles of the names in a class or an id, and of the words in each of them.
  private func roleOfNames(_ value: UnsafeBufferPointer<UInt8>) -> PageRole {
    let hash = NameHash.of(value)
    if let known = roles[hash] { return known }
    var role = PageRole()
    PageAttributes.forEachWord(of: value) { role.formUnion(rules.words[$0] ?? []) }
    roles[hash] = role
    return role
  }

  // MARK: Text

  private func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInTitle { return page.title.append(contentsOf: bytes) }
    guard dropDepth == 0 else { return }
    let before = page.text.count
    for byte in bytes {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
      if isBlank {
        if !endsInBlank { page.text.append(0x20) }
      } else {
        page.text.append(byte)
      }
      endsInBlank = isBlank
    }
    let count = page.text.count - before
    guard count > 0 else { return }
    if block == nil {
      block = Page.Block(
        element: current, start: before, end: before, linkBytes: 0, cell: cell, row: row)
    }
    if linkDepth > 0 { block?.linkBytes += count }
  }

  /// Ends the block that is being read.
  private func flush() {
    endsInBlank = true
    guard var done = block else { return }
    block = nil
    while page.text.last == 0x20 { page.text.removeLast() }
    done.end = max(done.start, page.text.count)
    done.linkBytes = min(done.linkBytes, done.bytes)
    if !DocumentMaker.isBlank(page.text(of: done)) { page.blocks.append(done) }
  }
}
