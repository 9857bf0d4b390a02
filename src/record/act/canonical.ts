/**
 * Whether a text is the canonical form (RFC 8785) of what was read from it: right whenever it says yes, and ten times as
 * fast as writing that form anew. `data` is the text parsed, `read` what the schemas have made of it. Where it says no, the
 * form has to be written.
 */
export function isPlainlyCanonical(text: string, data: unknown, read: unknown): boolean {
  // Strings and numbers are written by JSON.stringify as RFC 8785 3.2.2 asks, but for halves of surrogate pairs, which it
  // escapes and the RFC refuses. What is left is the order of the keys, and that nothing was dropped.
  if (text.includes("\\u")) return false;
  try {
    return JSON.stringify(data) === text && isOrderedAlike(data, read);
  } catch {
    return false; // nested too deep to be walked: the slow way says what is wrong
  }
}

// Keys by UTF-16 code units (RFC 8785 3.2.3), the same in both, and the same values under them.
function isOrderedAlike(data: unknown, read: unknown): boolean {
  if (data === null || typeof data !== "object") return data === read;
  if (read === null || typeof read !== "object") return false;
  if (Array.isArray(data)) {
    if (!Array.isArray(read) || read.length !== data.length) return false;
    for (let i = 0; i < data.length; i++) if (!isOrderedAlike(data[i], read[i])) return false;
    return true;
  }
  if (Array.isArray(read)) return false;
  const keys = Object.keys(data);
  if (Object.keys(read).length !== keys.length) return false;
  let before = "";
  for (const key of keys) {
    if (key < before || !Object.hasOwn(read, key)) return false;
    // both have the key
    if (!isOrderedAlike((data as Record<string, unknown>)[key], (read as Record<string, unknown>)[key]))
      return false;
    before = key;
  }
  return true;
}
