/** A length in metres as a reader's language writes it: 500 m, 2 км. */
export function printLength(metres: number, language: string): string {
  const [n, unit] = metres >= 1_000 ? [metres / 1_000, "kilometer"] : [metres, "meter"];
  return new Intl.NumberFormat(language, { style: "unit", unit }).format(n);
}
