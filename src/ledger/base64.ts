const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...alphabet].map((letter, value) => [letter, value]));

/** RFC 4648 section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = Math.min(bytes.length - i, 3) + 1;
    for (let k = 0; k < 4; k++) text += k < letters ? alphabet[(group >> (18 - 6 * k)) & 63] : "=";
  }
  return text;
}

/** The bytes, or undefined unless `text` is exactly what `toBase64` gives for them: one text for one value. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  let group = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = i >= text.length - padding ? 0 : values.get(text[i] ?? "");
    if (value === undefined) return undefined;
    group = (group << 6) | value;
    if (i % 4 !== 3) continue;
    for (let k = 16; k >= 0 && at < out.length; k -= 8) out[at++] = (group >> k) & 0xff;
    // unused low bits of the last letter must be zero
    if (i === text.length - 1 && (group & (padding === 2 ? 0xffff : padding === 1 ? 0xff : 0)) !== 0)
      return undefined;
    group = 0;
  }
  return out;
}
