/**
 * Brings the bytes of a text file to UTF-8 without a byte order mark, and says what they were; as `given` where it is.
 * What is no letter becomes U+FFFD or a sign of control.
 */
export function toUtf8(
  bytes: Uint8Array,
  given?: string,
): { readonly bytes: Uint8Array; readonly encoding: string } {
  if (given !== undefined) return { bytes: recoded(bytes, given), encoding: given };
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "";
  if (wide !== "") return { bytes: recoded(bytes.subarray(2), wide), encoding: wide };
  const plain = isMarked ? bytes.subarray(3) : bytes;
  const { letters, broken } = utf8Letters(plain);
  if (broken === 0) return { bytes: plain, encoding: "utf-8" };
  // a few damaged bytes do not make another code page of it: in one, hardly any two neighbours would be a letter of UTF-8
  if (isMarked || letters > broken) return { bytes: recoded(plain, "utf-8"), encoding: "utf-8" };
  // what is not UTF-8 in these countries is the code page of their Windows: Cyrillic, or Turkish where no run of high letters is found
  const encoding = highRuns(bytes) ? "windows-1251" : "windows-1254";
  return { bytes: recoded(bytes, encoding), encoding };
}

/** Where in UTF-8 something stands that is no letter: U+FFFD, or a sign of control other than a tab and the end of a line. Ascending. */
export function unreadableAt(bytes: Uint8Array): readonly number[] {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x20 && byte < 0x7f) continue;
    const isControl = byte < 0x20 ? byte !== 9 && byte !== 10 && byte !== 13 : byte === 0x7f;
    const isLateControl = byte === 0xc2 && bytes[i + 1]! < 0xa0; // U+0080 to U+009F: what a code page has no letter for
    const isReplaced = byte === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd;
    if (isControl || isLateControl || isReplaced) out.push(i);
  }
  return out;
}

function recoded(bytes: Uint8Array, encoding: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}

// how many letters of more than one byte there are, and how many bytes belong to none
function utf8Letters(bytes: Uint8Array): { readonly letters: number; readonly broken: number } {
  let letters = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i++]!;
    if (byte < 0x80) continue;
    const more = byte < 0xc2 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : -1;
    let found = 0;
    while (found < more && (bytes[i + found]! & 0xc0) === 0x80) found++;
    if (found === more) {
      letters++;
      i += more;
    } else broken++;
  }
  return { letters, broken };
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
