import type { PayloadOf } from "#record";
import type { Plan, Side } from "./engine/protocol.ts";

type Text = Pick<PayloadOf<"tranche.tabled">, "parts" | "reserves">;

/** The tranche of a plan in which the same persons go and stand by as in a text; undefined where there is none. O(persons). */
export function placeInPlan(text: Text, plan: Pick<Plan, "tranches" | "reserves">): number | undefined {
  const said = written([...codesOf(text.parts, "goes"), ...codesOf(text.reserves ?? [], "stands by")]);
  const found = plan.tranches.find(({ tranche, a, b }) => {
    const going = [...a.map((code) => `goes a ${code}`), ...b.map((code) => `goes b ${code}`)];
    const standing = plan.reserves.flatMap((one) =>
      one.tranche === tranche ? one.persons.map((code) => `stands by ${one.to} ${code}`) : [],
    );
    return written([...going, ...standing]) === said;
  });
  return found?.tranche;
}

// A text names a person under the side that returns him, a plan under the one to which he comes home.
function codesOf(parts: Text["parts"], role: string): readonly string[] {
  return parts.flatMap(({ returnedBy, persons }) => {
    const to: Side = returnedBy === "a" ? "b" : "a";
    return persons.flatMap(({ list, lines }) => lines.map((line) => `${role} ${to} ${list}:${line}`));
  });
}

function written(codes: readonly string[]): string {
  return codes.toSorted().join("\n");
}
