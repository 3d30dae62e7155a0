import Lexing
import Rules

/// Districts that have the name of another province.
extension MentionFinder {
  /// Huyện Quảng Ninh, huyện Hòa Bình: no part of the provinces of these names.
  func isElsewhere(_ district: Hit, _ place: Hit) -> Bool {
    let word = scan.id(Int(district.start) - 1)
    guard word == scan.words.ruralDistrict, place.end == district.end else { return false }
    let provinces = scan.rules.districts[Int(district.row)].provinces
    let code = scan.rules.placeSpellings[Int(place.row)].code
    return provinces.count == 1 && provinces[0] != code
  }

  /// `huyện Quảng Ninh (Quảng Bình) … ông Thanh (Tân Ninh, Quảng Ninh)`: a text that has named the
  /// district means it, where it does not say tỉnh.
  mutating func tellNamesakes() {
    for index in mentions.indices {
      let mention = mentions[index]
      guard mention.level == .province, mention.hit.table == .place,
        scan.id(mention.range.lowerBound - 1) != scan.words.province,
        let namesake = namesakes.first(where: { $0.province == mention.code })
      else { continue }
      mentions[index].code = scan.rules.districts[Int(namesake.district.row)].provinces[0]
    }
  }
}
