/// The area that an article as a whole is about.
struct MainPlace {
  private(set) var code: String?

  /// The province named most, when it outweighs the others and the nation; a country named far more
  /// often than anything of ours; else the nation, where it is named at all.
  init(_ mentions: ContiguousArray<Mention>) {
    var nation = 0
    var provinces = Count()
    var countries = Count()
    var markets = 0
    for mention in mentions {
      switch mention.level {
      case .nation, .agency: nation += 1
      case .province: provinces.add(mention.code, mention.isListed ? 1 : 2)
      case .country: countries.add(mention.code, mention.isListed ? 1 : 2)
      case .region: markets += mention.isMarket ? 1 : 0
      }
    }
    // Prices of the whole world.
    if markets >= 2, markets >= nation, provinces.total < markets { return }
    if let (name, weight) = provinces.best, weight * 2 > provinces.total, weight >= 2,
      // One that is named once says little beside several national bodies.
      weight >= nation || provinces.isSingle && weight * 2 >= nation && (weight > 2 || nation < 3)
    {
      code = name
    } else if let (name, weight) = countries.best, weight >= 4, weight * 2 > countries.total,
      weight > 4 * (provinces.total + 2 * nation)
    {
      // News from abroad; a partner in trade shares its article with the nation.
      code = name
    } else {
      code = nation > 0 ? "VN" : nil
    }
  }

  /// Weights by code, without a dictionary: few articles name more than a handful.
  private struct Count {
    private var entries: [(code: String, weight: Int)] = []
    private(set) var total = 0

    mutating func add(_ code: String, _ weight: Int) {
      total += weight
      if let index = entries.firstIndex(where: { $0.code == code }) {
        entries[index].weight += weight
      } else {
        entries.append((code, weight))
      }
    }

    var isSingle: Bool { entries.count == 1 }

    var best: (code: String, weight: Int)? {
      entries.max { ($0.weight, $1.code) < ($1.weight, $0.code) }
    }
  }
}
