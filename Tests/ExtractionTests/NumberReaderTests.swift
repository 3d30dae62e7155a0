import Extraction
import Model
import Rules
import Testing

@Suite struct NumberReaderTests {
  private func shown(_ text: String) throws -> String {
    guard let number = NumberReader(rules: try Project.rules.get()).read(text) else { return "none" }
    var parts = [number.value.description]
    if let upper = number.upper { parts[0] += "..\(upper)" }
    if let whole = number.of { parts[0] += "/\(whole)" }
    if let unit = number.unit { parts.append(unit) }
    return parts.joined(separator: " ")
  }

  @Test(arguments: [
    ("không", "0"), ("một", "1"), ("năm", "5"), ("mười", "10"), ("mười lăm", "15"),
    ("hai mươi", "20"), ("hai mươi mốt", "21"), ("hai mốt", "21"), ("ba tư", "34"),
    ("bốn mươi tư", "44"), ("năm lăm", "55"), ("chín mươi chín", "99"), ("một trăm", "100"),
    ("một trăm hai", "120"), ("một trăm linh hai", "102"), ("một trăm lẻ năm", "105"),
    ("hai trăm rưỡi", "250"), ("ba trăm hai mươi mốt", "321"), ("một nghìn", "1000"),
    ("một nghìn không trăm linh một", "1001"), ("một nghìn hai", "1200"),
    ("một trăm linh năm nghìn", "105000"), ("một triệu hai", "1200000"),
    ("một triệu hai trăm nghìn", "1200000"), ("ba triệu rưỡi", "3500000"),
    ("hai tỷ ba trăm triệu", "2300000000"), ("một nghìn tỷ", "1000000000000"),
    ("mười phẩy năm", "10.5"), ("âm hai", "-2"), ("âm 2,5%", "-2.5 %"),
    ("hai phần ba", "2/3"), ("một nửa", "1/2"), ("nửa triệu", "500000"), ("hai chục", "20"),
    ("vài chục", "10"), ("hàng nghìn", "1000"), ("gấp đôi", "2 x"), ("gấp rưỡi", "1.5 x"),
    ("5", "5"), ("1.363", "1363"), ("1.152,6", "1152.6"), ("5,125%", "5.125 %"),
    ("1,234,567", "1234567"), ("0.568", "0.568"), ("12,345", "12.345"), ("1 234 567", "1234567"),
    ("3 tỷ rưỡi", "3500000000"), ("1 tỷ 200 triệu", "1200000000"), ("2tr5", "2500000"),
    ("500k", "500000"), ("15tr", "15000000"), ("20 nghìn đồng", "20000 VND"), ("$20", "20 USD"),
    ("US$1,5 triệu", "1500000 USD"), ("20 USD", "20 USD"), ("6,95 cent/kWh", "0.0695 USD/kW.h"),
    ("120.000 đồng/kg", "120000 VND/kg"), ("7-10 phút", "7..10 min"), ("từ 5 đến 7%", "5..7 %"),
    ("64.741/188.203 tài khoản", "64741/188203 tài khoản"), ("12 ha", "12 har"),
    ("1m85", "1.85 m"), ("-3,5°C", "-3.5 Cel"), ("５", "5"), ("hơn 100", "100"),
  ])
  func readsWhatAPersonTypes(_ text: String, _ expected: String) throws {
    #expect(try shown(text) == expected)
  }

  @Test(arguments: [
    "", " ", "abc", "đồng", "phần trăm", "1.2.3", "5 5", "mười hai ba bốn", "linh hai", "mươi",
    "1/2/3", "tỷ", "rưỡi", "hai mươi và", "-", "99999999999999999999999999999999999999999999",
  ])
  func refusesWhatIsNoNumber(_ text: String) throws {
    #expect(try shown(text) == "none")
  }
}
