/** A heap of weighted pairs, the greatest weight first, then the lowest numbers: its order does not depend on how it was filled. */
export class PairHeap {
  #weights = new Float64Array(1024);
  #a = new Uint32Array(1024);
  #b = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(weight: number, a: number, b: number): void {
    if (this.#size === this.#weights.length) this.#grow();
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(weight, a, b, parent)) break;
      this.#copy(parent, at);
      at = parent;
    }
    this.#set(at, weight, a, b);
  }

  /** Takes the first pair out. */
  pop(): { readonly weight: number; readonly a: number; readonly b: number } {
    const top = { weight: this.#weights[0]!, a: this.#a[0]!, b: this.#b[0]! };
    const last = --this.#size;
    const weight = this.#weights[last]!;
    const a = this.#a[last]!;
    const b = this.#b[last]!;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= last) break;
      if (
        child + 1 < last &&
        this.#before(this.#weights[child + 1]!, this.#a[child + 1]!, this.#b[child + 1]!, child)
      )
        child++;
      if (this.#before(weight, a, b, child)) break;
      this.#copy(child, at);
      at = child;
    }
    this.#set(at, weight, a, b);
    return top;
  }

  #before(weight: number, a: number, b: number, at: number): boolean {
    const other = this.#weights[at]!;
    if (weight !== other) return weight > other;
    return a !== this.#a[at]! ? a < this.#a[at]! : b < this.#b[at]!;
  }

  #copy(from: number, to: number): void {
    this.#set(to, this.#weights[from]!, this.#a[from]!, this.#b[from]!);
  }

  #set(at: number, weight: number, a: number, b: number): void {
    this.#weights[at] = weight;
    this.#a[at] = a;
    this.#b[at] = b;
  }

  #grow(): void {
    const size = this.#size * 2;
    const weights = new Float64Array(size);
    weights.set(this.#weights);
    this.#weights = weights;
    const a = new Uint32Array(size);
    a.set(this.#a);
    this.#a = a;
    const b = new Uint32Array(size);
    b.set(this.#b);
    this.#b = b;
  }
}
