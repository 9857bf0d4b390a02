const lengthBytes = 8;

/**
 * The size to which `bytes` bytes are padded: Padmé (Nikitin et al. 2019, "Reducing metadata leakage from encrypted
 * files", algorithm 1). Shows O(log log n) bits of the size, costs at most 12 %.
 */
export function paddedSize(bytes: number): number {
  if (bytes < 2) return bytes;
  const exponent = Math.floor(Math.log2(bytes));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(bytes / step) * step;
}

/** Length in 8 bytes, the bytes, and zeros up to a Padmé size. */
export function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedSize(lengthBytes + bytes.length));
  new DataView(padded.buffer).setBigUint64(0, BigInt(bytes.length));
  padded.set(bytes, lengthBytes);
  return padded;
}

/** The bytes that `pad` was given; undefined if it gives anything else for them. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  if (padded.length < lengthBytes) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset).getBigUint64(0);
  if (length > BigInt(padded.length - lengthBytes)) return undefined;
  const end = lengthBytes + Number(length);
  if (paddedSize(end) !== padded.length) return undefined;
  for (let i = end; i < padded.length; i++) if (padded[i] !== 0) return undefined;
  return padded.slice(lengthBytes, end);
}
