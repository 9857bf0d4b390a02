/** Line numbers as a person writes them, "1–5, 9": in ascending order, each once; undefined where it is not that. */
export function linesIn(text: string): readonly number[] | undefined {
  const found = new Set<number>();
  for (const piece of text.split(/[,;\s]+/).filter((one) => one !== "")) {
    const [, first = "", last] = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(piece) ?? [];
    const [from, to] = [Number(first), Number(last ?? first)];
    if (first === "" || from < 1 || to < from || to - from > 5_000) return undefined;
    for (let line = from; line <= to; line++) found.add(line);
  }
  return found.size === 0 ? undefined : [...found].toSorted((x, y) => x - y);
}

/** The same numbers in the shortest words: "1–3, 9". */
export function linesText(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
