const pageOfRows = 10;

/** The row that a key leads to in a grid; undefined for a key that leads nowhere. */
export function targetOf(key: string, at: number, total: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageOfRows,
    PageUp: at - pageOfRows,
    Home: 0,
    End: total - 1,
  };
  return steps[key];
}
