/** Brings the bytes of a text file to UTF-8 without a byte order mark, and says what they were; as `given` where it is. */
export function toUtf8(
  bytes: Uint8Array,
  given?: string,
): { readonly bytes: Uint8Array; readonly encoding: string } {
  if (given !== undefined) return { bytes: recoded(bytes, given), encoding: given };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { bytes: bytes.subarray(3), encoding: "utf-8" };
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "";
  if (wide !== "") return { bytes: recoded(bytes.subarray(2), wide), encoding: wide };
  if (isUtf8(bytes)) return { bytes, encoding: "utf-8" };
  // what is not UTF-8 in these countries is the code page of their Windows: Cyrillic, or Turkish where no run of high letters is found
  const encoding = highRuns(bytes) ? "windows-1251" : "windows-1254";
  return { bytes: recoded(bytes, encoding), encoding };
}

function recoded(bytes: Uint8Array, encoding: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

function isUtf8(bytes: Uint8Array): boolean {
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i]!;
    const more =
      byte < 0x80 ? 0 : byte < 0xc2 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : -1;
    if (more < 0) return false;
    for (let j = 1; j <= more; j++) if ((bytes[i + j]! & 0xc0) !== 0x80) return false;
    i += more + 1;
  }
  return true;
}

// Cyrillic words are runs of high bytes; in Turkish text high bytes stand alone
function highRuns(bytes: Uint8Array): boolean {
  let pairs = 0;
  let high = 0;
  for (let i = 1; i < bytes.length; i++) {
    if (bytes[i]! < 0xc0 && bytes[i] !== 0xb3 && bytes[i] !== 0xbf) continue;
    high++;
    if (bytes[i - 1]! >= 0xc0) pairs++;
  }
  return pairs * 3 > high;
}
