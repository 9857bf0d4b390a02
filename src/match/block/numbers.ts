const mostKept = 1 << 18; // room for more is let go of after each use

/** Whole numbers that grow in number, in a buffer that is used again and again. */
export class Numbers {
  #buffer = new Uint32Array(1 << 12);
  size = 0;

  push(number: number): void {
    if (this.size === this.#buffer.length) {
      const wider = new Uint32Array(this.size * 2);
      wider.set(this.#buffer);
      this.#buffer = wider;
    }
    this.#buffer[this.size++] = number;
  }

  at(index: number): number {
    return this.#buffer[index]!;
  }

  /** A copy of exactly what was pushed; the next use begins anew. */
  taken(): Uint32Array {
    const out = this.#buffer.slice(0, this.size);
    this.clear();
    return out;
  }

  clear(): void {
    this.size = 0;
    if (this.#buffer.length > mostKept) this.#buffer = new Uint32Array(mostKept);
  }
}
