import { encodeQR } from "qr";

/**
 * A QR code as a path of so many points across, with the four light modules around it that readers need. A quarter of
 * it may be torn or wet; where it is `high`, a third.
 */
export function qrPath(text: string, width: number, ecc: "quartile" | "high" = "quartile"): string {
  const rows = encodeQR(text, "raw", { ecc, border: 4 });
  const unit = width / rows.length;
  return rows.flatMap((row, y) => runsOf(row).map(([x, length]) => square(x, y, length, unit))).join(" ");
}

function square(x: number, y: number, length: number, unit: number): string {
  return `M${x * unit} ${y * unit} h${length * unit} v${unit} h${-length * unit} Z`;
}

// Dark modules beside each other are one stroke: no light seams between them.
function runsOf(row: readonly boolean[]): readonly (readonly [x: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  }
  return runs;
}
