import { seededRandom } from "#base";
import { type ActId, actId } from "#record";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** An act id made from the names of an example's process and act: the same names give the same id. Real ids are random. */
export function idOf(process: string, name: string): ActId {
  const random = seededRandom(fnv1a(`${process}/${name}`));
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of random.bytes(16)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return actId.parse(text + alphabet[(held << (5 - bits)) & 31]);
}

// Fowler, Noll and Vo, FNV-1a, 32 bits, over UTF-16 units: the names are plain ASCII.
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
