import Extraction
import Model
import Rules
import Testing

@Suite struct NumberReaderTests {
  private func shown(_ text: String) throws -> String {
    let reader = NumberReader(rules: try Project.rules.get())
    let number: ReadNumber
    do throws(NumberRefusal) {
      number = try reader.read(text)
    } catch {
      return "none: \(error)"
    }
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
    ("5 triệu 200", "5200000"), ("3 tỷ 500", "3500000000"), ("2 nghìn 050", "2050"),
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

  /// Forms of keyboards, of speech, and of other alphabets' digits.
  @Test(arguments: [
    ("1e6", "1000000"), ("1.5e-3", "0.0015"), ("-2E+5", "-200000"), ("½", "1/2"), ("2½", "2.5"),
    ("3¾", "3.75"), ("⅓", "1/3"), (".5", "0.5"), (",5", "0.5"), ("5.", "5"), ("+5%", "5 %"),
    ("−5%", "-5 %"), ("trừ 5", "-5"), ("cộng 5", "5"), ("hai rưỡi", "2.5"), ("2 rưỡi", "2.5"),
    ("một giờ rưỡi", "1.5 h"), ("2 ngày rưỡi", "2.5 d"), ("tỷ rưỡi", "1500000000"),
    ("triệu hai", "1200000"), ("nửa", "1/2"), ("ba phần tư", "3/4"),
    ("một phần mười hai", "1/12"), ("hai không hai ba", "2023"), ("một chín bốn lăm", "1945"),
    ("2 triệu 3", "2300000"), ("1 tỷ 2", "1200000000"), ("10 nghìn 500", "10500"),
    ("10 nghìn 500 đồng", "10500 VND"), ("gấp 3", "3 x"), ("NĂM MƯƠI LĂM", "55"),
    ("một tỷ không trăm linh năm triệu", "1005000000"),
    ("hai nghìn không trăm hai mươi ba", "2023"),
    ("một trăm nghìn linh năm", "100005"), ("ba triệu đồng", "3000000 VND"),
    ("VND 500.000", "500000 VND"), ("1.000.000 vnđ", "1000000 VND"), ("20 tệ", "20 CNY"),
    ("5‰", "0.5 %"), ("10 điểm phần trăm", "10 pp"), ("25 độ C", "25 Cel"), ("60 ký", "60 kg"),
    ("1\u{A0}234\u{A0}567 đồng", "1234567 VND"), ("1\u{2009}234,5", "1234.5"),
    ("１２,５%", "12.5 %"), ("hai m\u{AD}ươi mốt", "21"), ("không phẩy không năm", "0.05"),
    ("ba sáu", "36"), ("3 phần 4", "3/4"), ("năm đến bảy", "5..7"), ("1 234,5", "1234.5"),
    ("tám mươi hai chấm năm", "82.5"), ("một nghìn chín trăm bốn lăm", "1945"),
    ("âm ba phẩy hai phần trăm", "-3.2 %"), ("1/2", "1/2"), ("15%", "15 %"),
    ("$1.5m", "1500000 USD"), ("$1.5M", "1500000 USD"), ("US$2bn", "2000000000 USD"),
    ("€3k", "3000 EUR"), ("1.5 million USD", "1500000 USD"), ("1.5m", "1.5 m"),
    ("5 tr", "5000000"), ("5 tr 5", "5500000"), ("₫1.000.000", "1000000 VND"),
    ("hăm lăm", "25"), ("băm ba", "33"), ("38 độ 5", "38.5 Cel"), ("1 tấn 2", "1.2 t"),
    ("1 mét 65", "1.65 m"), ("1 mét sáu lăm", "1.65 m"), ("nửa ký", "0.5 kg"),
    ("nửa tiếng", "0.5 h"), ("2 giờ 30 phút", "2.5 h"), ("2 đến 3 giờ", "2..3 h"),
    ("$1,000", "1000 USD"), ("$1.000", "1000 USD"), ("1/4 triệu", "250000"),
    ("một phần tư tỷ", "250000000"), ("hai lần rưỡi", "2.5 x"), ("gấp hai lần rưỡi", "2.5 x"),
    ("năm trăm nghìn đồng chẵn", "500000 VND"), ("5 chiếc xe máy", "5 chiếc xe máy"),
    ("1 1/2", "1.5"), ("2 ½", "2.5"), ("một triệu năm trăm", "1500000"),
    ("một tỷ hai trăm", "1200000000"), ("một triệu năm trăm đồng", "1000500 VND"),
    (
      "99999999999999999999999999999999999999 tỷ", "99999999999999999999999999999999999999000000000"
    ),
  ])
  func readsWhatKeyboardsAndSpeechHave(_ text: String, _ expected: String) throws {
    #expect(try shown(text) == expected)
  }

  @Test(arguments: [
    ("", "none: there is nothing in it"), (" ", "none: there is nothing in it"),
    ("abc", "none: no number begins with 'abc'"), ("đồng", "none: no number begins with 'đồng'"),
    ("5 5", "none: '5' is left over behind the number"),
    ("hai mươi và", "none: 'và' is left over behind the number"),
    ("năm nay", "none: 'nay' is left over behind the number"),
  ])
  func saysWhyItRefuses(_ text: String, _ expected: String) throws {
    #expect(try shown(text) == expected)
  }

  @Test(arguments: [
    "phần trăm", "1.2.3", "mười hai ba bốn", "linh hai", "mươi", "1/2/3", "rưỡi", "-", "1e999",
    "e5",
    "1e", "5..5", "1/0", "1 1/0", "1 1/3", "7-5", "$m", "--5",
    "99999999999999999999999999999999999999999999", "3G", "12/10/2023",
  ])
  func refusesWhatIsNoNumber(_ text: String) throws {
    #expect(try shown(text).hasPrefix("none: "))
  }
}
