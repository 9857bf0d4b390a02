/**
 * The labels at one site of which none makes another needless, side by side in memory: they are gone through for every
 * new label. What has made one needless moves up, for it will make others so.
 */
export class Shelf {
  count = 0;
  private room = 64;
  private leave = new Int32Array(this.room);
  private brought = new Float64Array(this.room);
  private barred = new Int32Array(this.room);
  label = new Int32Array(this.room);

  /** Whether a label stands here that makes this one needless. */
  isNeedless(leave: number, brought: number, barred: number, loose: boolean): boolean {
    for (let k = 0; k < this.count; k++) {
      if ((this.brought[k] ?? 0) < brought || (this.leave[k] ?? 0) > leave) continue;
      if (!loose && ((this.barred[k] ?? 0) & ~barred) !== 0) continue;
      this.swap(k, k >> 1);
      return true;
    }
    return false;
  }

  /** Puts a label here, and marks those dead that it makes needless. */
  put(label: number, leave: number, brought: number, barred: number, loose: boolean, dead: Uint8Array): void {
    for (let k = 0; k < this.count; k++) {
      if ((this.leave[k] ?? 0) < leave || (this.brought[k] ?? 0) > brought) continue;
      if (!loose && (barred & ~(this.barred[k] ?? 0)) !== 0) continue;
      dead[this.label[k] ?? 0] = 1;
      this.swap(k--, --this.count);
    }
    if (this.count === this.room) this.grow();
    const k = this.count++;
    this.label[k] = label;
    this.leave[k] = leave;
    this.brought[k] = brought;
    this.barred[k] = barred;
  }

  private swap(a: number, b: number): void {
    if (a === b) return;
    const { leave, brought, barred, label } = this;
    const [l, g, f, n] = [leave[a] ?? 0, brought[a] ?? 0, barred[a] ?? 0, label[a] ?? 0];
    leave[a] = leave[b] ?? 0;
    brought[a] = brought[b] ?? 0;
    barred[a] = barred[b] ?? 0;
    label[a] = label[b] ?? 0;
    leave[b] = l;
    brought[b] = g;
    barred[b] = f;
    label[b] = n;
  }

  private grow(): void {
    this.room *= 2;
    const { leave, brought, barred, label } = this;
    this.leave = new Int32Array(this.room);
    this.brought = new Float64Array(this.room);
    this.barred = new Int32Array(this.room);
    this.label = new Int32Array(this.room);
    this.leave.set(leave);
    this.brought.set(brought);
    this.barred.set(barred);
    this.label.set(label);
  }
}
