const deepest = 16;
const decoder = new TextDecoder();

/** What a text, a list or a map of CBOR (RFC 8949) says; other values are read over. */
export type Cbor = string | readonly Cbor[] | { readonly [name: string]: Cbor } | undefined;

/** The first item of some bytes of CBOR; undefined where they are none. Linear in the bytes, bounded in depth. */
export function readCbor(bytes: Uint8Array): Cbor {
  try {
    return new Reader(bytes).item(0);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // it ends early, or is nested without end
    throw error;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  item(depth: number): Cbor {
    if (depth > deepest) throw new RangeError("It is nested too deep.");
    const first = this.#byte();
    const major = first >> 5;
    const length = this.#length(first & 31);
    switch (major) {
      case 2:
        this.#take(length);
        return undefined;
      case 3:
        return decoder.decode(this.#take(length));
      case 4:
        return this.#many(length, () => this.item(depth + 1));
      case 5:
        return Object.fromEntries(
          this.#many(length, () => {
            const name = this.item(depth + 1);
            return [typeof name === "string" ? name : "", this.item(depth + 1)] as const;
          }),
        );
      case 6:
        return this.item(depth + 1); // a tag says how to read what follows
      default:
        return undefined; // numbers and simple values
    }
  }

  #many<T>(count: number, one: () => T): T[] {
    if (count > this.#bytes.length - this.#at) throw new RangeError("It says of more than there is.");
    return Array.from({ length: count }, one);
  }

  #length(info: number): number {
    if (info < 24) return info;
    const size = { 24: 1, 25: 2, 26: 4, 27: 8 }[info];
    if (size === undefined) throw new RangeError("Lengths that are not said are not read.");
    const at = this.#at;
    this.#take(size);
    if (size === 1) return this.#view.getUint8(at);
    if (size === 2) return this.#view.getUint16(at);
    return size === 4 ? this.#view.getUint32(at) : Number(this.#view.getBigUint64(at));
  }

  #byte(): number {
    const byte = this.#view.getUint8(this.#at); // a RangeError past the end
    this.#at += 1;
    return byte;
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new RangeError("It ends early.");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
