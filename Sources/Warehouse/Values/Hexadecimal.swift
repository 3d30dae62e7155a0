/// The number in lower-case hexadecimal digits, as many as asked for.
func hexadecimal(_ number: UInt64, digits: Int) -> String {
  var bytes: [UInt8] = []
  appendHexadecimal(number, digits: digits, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

func appendHexadecimal(_ number: UInt64, digits: Int, to bytes: inout [UInt8]) {
  for position in stride(from: (digits - 1) * 4, through: 0, by: -4) {
    let digit = UInt8(truncatingIfNeeded: number >> UInt64(position)) & 0xF
    bytes.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
  }
}
