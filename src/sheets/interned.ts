const decoder = new TextDecoder();

/** Gives equal byte strings equal numbers, from 1 up; 0 is the empty string. Memory grows with distinct values only. */
export class Interned {
  #pool = new Uint8Array(1 << 12);
  #used = 0;
  #starts = new Uint32Array(1 << 8);
  #slots = new Int32Array(1 << 9);
  #hashes = new Int32Array(1 << 8);
  #count = 1;

  /** The number of `bytes[from, to)`. */
  add(bytes: Uint8Array, from: number, to: number): number {
    if (to <= from) return 0;
    let hash = 0x811c9dc5; // FNV-1a
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = this.#slots[slot]!;
      if (known === 0) break;
      if (this.#hashes[known] === hash && this.#equals(known, bytes, from, to)) return known;
      slot = (slot + 1) & mask;
    }
    const made = this.#keep(bytes, from, to);
    this.#hashes[made] = hash;
    this.#slots[slot] = made;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return made;
  }

  /** All distinct values, the empty one first. */
  strings(): string[] {
    const out = new Array<string>(this.#count);
    out[0] = "";
    for (let i = 1; i < this.#count; i++) out[i] = text(this.#pool, this.#starts[i]!, this.#starts[i + 1]!);
    return out;
  }

  #equals(known: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[known]!;
    if (this.#starts[known + 1]! - start !== to - from) return false;
    const pool = this.#pool;
    for (let i = from, j = start; i < to; i++, j++) if (bytes[i] !== pool[j]) return false;
    return true;
  }

  #keep(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (this.#used + length > this.#pool.length) {
      const wider = new Uint8Array(Math.max(this.#pool.length * 2, this.#used + length));
      wider.set(this.#pool);
      this.#pool = wider;
    }
    for (let i = 0; i < length; i++) this.#pool[this.#used + i] = bytes[from + i]!;
    const made = this.#count++;
    if (made + 2 > this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2);
      starts.set(this.#starts);
      this.#starts = starts;
      const hashes = new Int32Array(starts.length);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    this.#starts[made] = this.#used;
    this.#used += length;
    this.#starts[made + 1] = this.#used;
    return made;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let i = 1; i < this.#count; i++) {
      let slot = this.#hashes[i]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = i;
    }
    this.#slots = slots;
  }
}

// short texts of one and two bytes a letter, which is nearly all, are read faster by hand
const codes: number[] = [];
function text(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 60) return decoder.decode(bytes.subarray(from, to));
  codes.length = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) codes.push(byte);
    else if (byte >= 0xc2 && byte < 0xe0 && i + 1 < to) codes.push(((byte & 31) << 6) | (bytes[++i]! & 63));
    else return decoder.decode(bytes.subarray(from, to));
  }
  return String.fromCharCode.apply(undefined, codes);
}
