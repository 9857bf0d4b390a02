import type { Category, Side } from "#record";
import { linesText } from "../../design/lines-text.ts";
import type { PartDraft } from "./part-draft.ts";

/** What the planner judges a plan by. */
const levels = [
  "coverage",
  "harm",
  "returned",
  "service",
  "captivity",
  "envy",
  "peak",
  "pickups",
  "days",
  "change",
] as const;

/** One figure of a plan and what is proven of it. */
type PlanFigure = {
  readonly name: (typeof levels)[number];
  readonly value: number;
  readonly bound: number | undefined;
  /** Distance from the bound as a share of it. */
  readonly gap: number | undefined;
};

/** A computed plan as its author's own working paper: it is held by the page alone and said to nobody. */
export type Plan = {
  readonly tranches: readonly { readonly on: string | undefined; readonly drafts: readonly PartDraft[] }[];
  readonly figures: readonly PlanFigure[];
  /** What parity costs the wounded and sick: days of delay of all and of the one who waits longest, persons who go later or not. */
  readonly priceOfParity: PriceOfParity | undefined;
  readonly whyNot: readonly { readonly code: string; readonly why: string }[];
};

type PriceOfParity = {
  readonly days: number;
  readonly longest: number;
  readonly later: number;
  readonly unreturned: number;
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * A plan's JSON as the planner writes it, with person codes `list:line`. In it `a` and `b` are those who come home *to* a
 * side; in a tranche a person is named under the side that returns him, which is the other one. Undefined where it is no plan.
 */
export function planIn(text: string, classOf: (code: string) => Category = () => "number"): Plan | undefined {
  const read = parsed(text);
  if (!isFields(read) || !Array.isArray(read.tranches)) return undefined;
  const tranches = read.tranches.map((one: unknown) => (isFields(one) ? trancheIn(one, classOf) : undefined));
  if (tranches.length === 0 || tranches.includes(undefined)) return undefined;
  const figures = Array.isArray(read.levels) ? read.levels : [];
  return {
    tranches: tranches.filter((one) => one !== undefined),
    figures: figures.flatMap((one: unknown) => (isFields(one) ? figureIn(one) : [])),
    priceOfParity: isFields(read.parityPrice) ? priceIn(read.parityPrice) : undefined,
    whyNot: (Array.isArray(read.whyNot) ? read.whyNot : []).flatMap((one: unknown) =>
      isFields(one) && typeof one.code === "string" ? [{ code: one.code, why: wordsIn(one.why) ?? "" }] : [],
    ),
  };
}

function trancheIn(one: Fields, classOf: (code: string) => Category): Plan["tranches"][number] | undefined {
  const toA = codesIn(one.a);
  const toB = codesIn(one.b);
  if (!toA || !toB) return undefined;
  const drafts = [...draftsOf("b", toA, classOf), ...draftsOf("a", toB, classOf)];
  return { on: typeof one.date === "string" ? one.date : undefined, drafts };
}

function codesIn(value: unknown): readonly string[] | undefined {
  const isCode = (one: unknown): one is string =>
    typeof one === "string" && /^[a-z2-7]{25}[aeimquy4]:[1-9]\d{0,6}$/.test(one);
  return Array.isArray(value) && value.every(isCode) ? value : undefined;
}

function draftsOf(returnedBy: Side, codes: readonly string[], classOf: (code: string) => Category) {
  const places = Map.groupBy(codes, (code) => `${code.slice(0, 26)} ${classOf(code)}`);
  return [...places.values()].flatMap((own): PartDraft[] => {
    const [first] = own;
    if (first === undefined) return [];
    const lines = own.map((code) => Number(code.slice(27))).toSorted((x, y) => x - y);
    const list = first.slice(0, 26);
    return [{ returnedBy, category: classOf(first), list, lines: linesText(lines), isReserve: false }];
  });
}

function figureIn({ name, value, bound, gap }: Fields): PlanFigure[] {
  const number = (one: unknown) => (typeof one === "number" ? one : undefined);
  const level = levels.find((one) => one === name);
  if (level === undefined || typeof value !== "number") return [];
  return [{ name: level, value, bound: number(bound), gap: number(gap) }];
}

function priceIn(price: Fields): PriceOfParity | undefined {
  const { delayDays: days, longestDelayDays: longest, later, unreturned } = price;
  const isCounted = [days, longest, later, unreturned].every((one) => typeof one === "number");
  return isCounted ? ({ days, longest, later, unreturned } as PriceOfParity) : undefined; // each has been seen to be a number
}

function wordsIn(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((one) => wordsIn(one) ?? "").join("; ");
  return isFields(value)
    ? Object.entries(value)
        .map(([key, one]) => `${key}: ${wordsIn(one) ?? ""}`)
        .join(", ")
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // another file was chosen
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
