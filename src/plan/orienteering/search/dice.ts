/**
 * The draws of the search: sfc32 (Chris Doty-Humphrey, PractRand) as in `#base`, with whole numbers of 32 bits alone, so
 * that a draw costs next to nothing. The same seed gives the same sequence everywhere.
 */
export class Dice {
  private a = 0x1e3779b9;
  private b = 0x243f6a88;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    this.c = seed | 0;
    for (let i = 0; i < 15; i++) this.word();
  }

  /** 0 <= x < 1 */
  share(): number {
    return (this.word() >>> 0) / 2 ** 32;
  }

  /** A whole number, 0 <= n < limit. */
  below(limit: number): number {
    return (((this.word() >>> 0) / 2 ** 32) * limit) | 0;
  }

  private word(): number {
    const t = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return t;
  }
}
