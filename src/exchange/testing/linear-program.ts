/** A linear program in whole numbers, written as CPLEX LP text for the peer. */
export class LinearProgram {
  private readonly rows: string[] = [];
  private readonly bounds: string[] = [];
  private readonly whole: string[] = [];
  private readonly free: string[] = [];

  /** A whole number from 0 to `most`. */
  integer(name: string, most: number): string {
    this.bounds.push(`0 <= ${name} <= ${most}`);
    this.whole.push(name);
    return name;
  }

  /** Any number. */
  real(name: string, least = Number.NEGATIVE_INFINITY): string {
    if (least === Number.NEGATIVE_INFINITY) this.free.push(`${name} free`);
    return name;
  }

  /** The sum of [factor, name] compared with a number. */
  row(terms: Terms, relation: "<=" | ">=" | "=", right: number): void {
    const text = written(terms);
    if (text === "") {
      const holds = relation === "<=" ? right >= 0 : relation === ">=" ? right <= 0 : right === 0;
      if (!holds) this.rows.push(`r${this.rows.length}: 0 ${this.whole[0] ?? "none"} >= 1`);
      return;
    }
    this.rows.push(`r${this.rows.length}: ${text} ${relation} ${right}`);
  }

  /** The text with an objective; an empty objective is 0. */
  text(goal: "Maximize" | "Minimize", terms: Terms): string {
    const objective = written(terms) || `0 ${this.whole[0] ?? "none"}`;
    const limits = [...this.bounds, ...this.free].map((line) => ` ${line}`);
    return [
      goal,
      ` obj: ${objective}`,
      "Subject To",
      ...this.rows.map((line) => ` ${line}`),
      "Bounds",
      ...limits,
      "General",
      ` ${this.whole.join("\n ")}`,
      "End",
      "",
    ].join("\n");
  }
}

export type Terms = readonly (readonly [factor: number, name: string])[];

function written(terms: Terms): string {
  const sums = new Map<string, number>();
  for (const [factor, name] of terms) sums.set(name, (sums.get(name) ?? 0) + factor);
  return [...sums]
    .filter(([, factor]) => factor !== 0)
    .map(([name, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`)
    .join("\n  ");
}
