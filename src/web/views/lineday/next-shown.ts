import type { NextStep } from "#record";
import type { DayModel } from "./day-query.ts";
import type { Held, Mode } from "./hand.ts";

/** Counts that were told at the line of one block, as they are typed on this tablet. */
export type Told = { readonly block: number; readonly heads: Readonly<Record<string, number>> };

/** What is next, with what this tablet alone knows: `open` and `sign_steps` speak of what is in hand. */
export type NextShown = Omit<NextStep, "do"> & { readonly do: NextStep["do"] | "open" | "sign_steps" };

/**
 * The one thing that is next on this tablet: by the record, by the counts that were told here and by what is in hand.
 * Undefined for those who only read.
 */
export function nextShown(day: DayModel, held: readonly Held[], told: Told): NextShown | undefined {
  const { step } = day;
  if (!step) return undefined;
  const heard = step.do === "hear" ? afterHearing(day, step, told) : step;
  const inHand = (mode: Mode) => held.filter((one) => one.mode === mode);
  if (heard.do === "make_up") {
    const n = inHand("block").length;
    return n > 0 ? { do: "open", block: heard.block, n } : heard;
  }
  const mode = modeOf(heard.do, day.own);
  if (mode === undefined || heard.n === undefined) return heard;
  const scanned = new Set(inHand(mode).map((one) => one.code));
  const left =
    heard.do === "pass"
      ? day.passing.filter((code) => !scanned.has(code)).length
      : Math.max(0, heard.n - scanned.size);
  return left > 0 ? { ...heard, n: left } : { do: "sign_steps", block: heard.block, n: scanned.size };
}

/** What a scan means while this is next; undefined where it is for the person to say. */
export function modeOf(step: NextShown["do"], own: DayModel["own"]): Mode | undefined {
  if (own === "receiver" && (step === "pass" || step === "receive")) return "counted_in";
  if (own !== "giver") return undefined;
  switch (step) {
    case "board":
      return "boarded";
    case "arrive":
      return "arrived";
    case "make_up":
    case "open":
      return "block";
    case "pass":
      return "counted_out";
    default:
      return undefined;
  }
}

// Where all counts that are missing were told here, they agree with one's own, or it is counted again.
function afterHearing(day: DayModel, step: NextStep, told: Told): NextStep {
  const counts = day.blocks.find((one) => one.number === step.block)?.counts ?? [];
  const own = counts.find((one) => one.counter === day.own)?.heads;
  const heads = counts.map(
    (one) => one.heads ?? (told.block === step.block ? told.heads[one.counter] : undefined),
  );
  if (heads.includes(undefined)) return step;
  return heads.every((one) => one === own)
    ? { do: "make_up", block: step.block + 1, n: step.n }
    : { ...step, do: "recount" };
}
