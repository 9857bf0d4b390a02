import { encodeQR } from "qr";

/**
 * A QR code of a wristband: version 1 (21 × 21), error correction H, alphanumeric mode (ISO/IEC 18004:2015). At H a
 * third of the picture may be torn or wet. Up to ten characters of 0-9 and A-Z; answers rows of dark modules.
 */
export function qrOf(text: string): readonly (readonly boolean[])[] {
  if (!/^[0-9A-Z]{1,10}$/.test(text)) throw new Error(`"${text}" is not 1 to 10 letters and digits.`);
  const rows = encodeQR(text, "raw", { ecc: "high", version: 1, encoding: "alphanumeric", border: 1 });
  return rows.slice(1, -1).map((row) => row.slice(1, -1));
}
