const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 of a string; a lone surrogate has none, and is a bug here. */
export function toUtf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new Error(`The text ${JSON.stringify(text)} has a lone surrogate.`);
  return encoder.encode(text);
}

/** The string whose UTF-8 is exactly these bytes, or undefined. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined; // the decoder's only complaint is that this is not UTF-8
  }
}
