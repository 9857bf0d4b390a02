import type { Orienteering } from "../orienteering.ts";

/** The whole model as CPLEX LP text: which ways are driven, and when service starts. */
export function mixedProgram({ size, teams, travel, service, prize, open, close }: Orienteering): string {
  const ways: string[] = [];
  const rows: string[] = [];
  const big = Math.max(...close) + Math.max(...travel) + Math.max(...service) + 1;
  const leaving = Array.from({ length: size }, () => [] as string[]);
  const coming = Array.from({ length: size }, () => [] as string[]);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const way = `x_${i}_${j}`;
      ways.push(way);
      leaving[i]!.push(way);
      coming[j]!.push(way);
      const time = travel[i * size + j]! + (i === 0 ? 0 : service[i]!);
      if (j === 0) rows.push(`t_${i} + ${big} ${way} <= ${close[0]! - time + big}`);
      else if (i === 0) rows.push(`t_${j} - ${open[0]! + time} ${way} >= 0`);
      else rows.push(`t_${i} - t_${j} + ${big} ${way} <= ${big - time}`);
    }
  for (let i = 1; i < size; i++) {
    rows.push(`${leaving[i]!.join(" + ")} - ${coming[i]!.join(" - ")} = 0`);
    rows.push(`${coming[i]!.join(" + ")} <= 1`);
  }
  rows.push(`${leaving[0]!.join(" + ")} <= ${teams}`);
  const gains = leaving.flatMap((all, i) => (i === 0 ? [] : all.map((way) => `${prize[i]} ${way}`)));
  return [
    "Maximize",
    ` obj: ${gains.join(" + ")}`,
    "Subject To",
    ...rows.map((row, n) => ` r${n}: ${row}`),
    "Bounds",
    ...Array.from({ length: size - 1 }, (_, k) => ` ${open[k + 1]} <= t_${k + 1} <= ${close[k + 1]}`),
    "Binary",
    ` ${ways.join("\n ")}`,
    "End",
    "",
  ].join("\n");
}
