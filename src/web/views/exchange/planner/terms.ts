import type { ScreenKey } from "#i18n/screens";
import type { Category, PayloadOf, Side } from "#record";
import { linesIn } from "../../../design/lines-text.ts";
import type { Mode } from "./engine/protocol.ts";

export type MedicalClass = PayloadOf<"eligibility.certified">["class"];

/** How the two sides' numbers of a category are compared; by their total alone where nothing else is agreed. */
export const comparisons = ["total", "number", "ratio", "coverage", "none"] as const;
type Comparison = (typeof comparisons)[number];

export type CategoryTerms = {
  readonly kind: Comparison;
  readonly delta: string;
  readonly a: string;
  readonly b: string;
};
export type ClassTerms = { readonly perDay: string; readonly mode: Mode };

/** Persons who are held at one site: lines of a list, under a code that names no place. */
export type SiteTerms = {
  readonly code: string;
  readonly list: string | null;
  readonly lines: string;
  readonly bus: string;
};

/** For the persons who return to one side. */
export type SideTerms = {
  readonly seat: string;
  readonly stretcher: string;
  readonly icu: string;
  readonly pickups: string;
  /** Of a hundred announced, how many do not come. */
  readonly noShow: string;
  readonly sites: readonly SiteTerms[];
};

/** A person's tranche that is not to change, from 1; null for none. */
export type Lock = { readonly person: string; readonly tranche: number | null };

/** What a plan is to keep to, as it is being filled in; it stays on this device. */
export type Terms = {
  readonly days: readonly string[];
  readonly limit: string;
  readonly delta: string;
  readonly alternation: string;
  readonly sides: { readonly [S in Side]: SideTerms };
  readonly categories: { readonly [C in Category]?: CategoryTerms };
  readonly classes: { readonly [C in MedicalClass]?: ClassTerms };
  readonly seed: string;
  readonly locks: readonly Lock[];
};

export const noSite: SiteTerms = { code: "", list: null, lines: "", bus: "" };

const usualSide: SideTerms = { seat: "200", stretcher: "20", icu: "2", pickups: "", noShow: "3", sites: [] };
const usualCategory: CategoryTerms = { kind: "total", delta: "0", a: "1", b: "1" };
const weekMs = 7 * 86_400_000;

/** Four weekly tranches from two weeks on, equal numbers, neither side ever more than twenty ahead. */
export function usualTerms(now: number): Terms {
  return {
    days: [2, 3, 4, 5].map((weeks) => new Date(now + weeks * weekMs).toISOString().slice(0, 10)),
    limit: "",
    delta: "0",
    alternation: "20",
    sides: { a: usualSide, b: usualSide },
    categories: {},
    classes: {},
    seed: "1",
    locks: [],
  };
}

export function categoryTerms({ categories }: Terms, of: Category): CategoryTerms {
  return categories[of] ?? usualCategory;
}

/** Direct repatriation (Geneva III art. 110(1)) is more pressing than a neutral country (110(2)); within each, none is. */
export function classTerms({ classes }: Terms, of: MedicalClass): ClassTerms {
  return classes[of] ?? { perDay: of.startsWith("dr") ? "2" : "1", mode: "seat" };
}

/** A whole number, or that it is none; an empty text where one may be left out. */
export function wholeIsWrong(text: string, isOptional = false, least = 0): ScreenKey | undefined {
  if (text.trim() === "" && isOptional) return undefined;
  const isWhole = /^\d{1,6}$/.test(text.trim()) && Number(text) >= least;
  return isWhole ? undefined : "exchange.case.whole_wrong";
}

export function seedIsWrong(text: string): ScreenKey | undefined {
  return /^\d{1,10}$/.test(text) && Number(text) < 2 ** 32 ? undefined : "exchange.case.seed_wrong";
}

export function dayIsWrong(day: string): ScreenKey | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? undefined : "forms.fill";
}

export function categoryIsWrong({ kind, delta, a, b }: CategoryTerms): ScreenKey | undefined {
  if (kind !== "number" && kind !== "ratio") return undefined;
  const parts = kind === "ratio" ? [wholeIsWrong(a, false, 1), wholeIsWrong(b, false, 1)] : [];
  return [wholeIsWrong(delta), ...parts].find((one) => one !== undefined);
}

export function siteIsWrong({ code, list, lines, bus }: SiteTerms): ScreenKey | undefined {
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(code)) return "exchange.case.site_wrong";
  if (list === null) return "forms.choose";
  if (linesIn(lines) === undefined) return "exchange.f.lines_wrong";
  return wholeIsWrong(bus, true);
}

export function sideIsWrong({ seat, stretcher, icu, pickups, noShow, sites }: SideTerms) {
  const isMore = wholeIsWrong(noShow) === undefined && Number(noShow) > 100;
  const all = [
    ...[seat, stretcher, icu, noShow].map((one) => wholeIsWrong(one)),
    isMore ? ("exchange.case.share_wrong" as const) : undefined,
    wholeIsWrong(pickups, true),
    ...sites.map(siteIsWrong),
  ];
  return all.find((one) => one !== undefined);
}
