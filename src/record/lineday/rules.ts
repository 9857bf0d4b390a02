import { type Office, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import type { Counter, Step } from "./acts.ts";
import { blocksOf, statusOf } from "./blocks.ts";
import type { LineDay } from "./fold.ts";
import { counterOf, countersOf, manifestOf } from "./manifest.ts";
import { namesEverybodyOnce } from "./receipts.ts";
import { refuseOnTranche } from "./tranche.ts";

const stepsOf: { readonly [C in Counter]: readonly Step[] } = {
  giver: ["boarded", "arrived", "counted_out"],
  receiver: ["identity_checked", "counted_in"],
  operator: ["boarded", "arrived", "identity_checked", "counted_out", "counted_in"],
};
// A tablet's clock and its author's may be apart by this.
const clocksApartMs = 5 * 60_000;

/** What may be said of a day at the line. */
export function refuseLineDays(state: State, act: Act, now: number): Refusal | undefined {
  switch (act.kind) {
    case "line.manifest_made":
      return refuseManifest(state, act.payload, act.by.office);
    case "line.steps_noted":
      return onDay(state, act.payload.manifest, (day) => refuseSteps(state, day, act, now));
    case "line.block_opened":
      return onDay(state, act.payload.manifest, (day) => refuseOpening(state, day, act));
    case "line.counted":
      return onDay(state, act.payload.manifest, () => undefined);
    case "line.exception_noted":
      return onDay(state, act.payload.manifest, (day) => refuseException(state, day, act));
    case "line.receipt_signed":
      return onDay(state, act.payload.manifest, (day) =>
        namesEverybodyOnce(state, day, act.payload)
          ? undefined
          : refusal(
              "LD15",
              "A receipt names every listed person once, and as unexpected only spare wristbands.",
            ),
      );
    default:
      return undefined;
  }
}

function onDay(
  state: State,
  manifest: ActId,
  refuse: (day: LineDay) => Refusal | undefined,
): Refusal | undefined {
  const day = state.lineday.manifests.get(manifest);
  if (!day) return refusal("LD4", "There is no such manifest in what this office reads.");
  if (day.replacedBy.length > 0)
    return refusal("LD4", "Another manifest stands in place of this one; nothing more is noted on it.");
  return refuse(day);
}

function refuseManifest(
  state: State,
  manifest: PayloadOf<"line.manifest_made">,
  author: Office,
): Refusal | undefined {
  const { persons, spares, replaces } = manifest;
  if (replaces !== undefined) {
    const earlier = state.lineday.manifests.get(replaces);
    if (!earlier || sideOf(earlier.author) !== sideOf(author))
      return refusal("LD3", "A manifest replaces one of its own side that its author reads.");
    if (earlier.replacedBy.length > 0 || isBegun(earlier))
      return refusal("LD3", "A manifest on which something was noted, or that is replaced, is not replaced.");
  }
  const codes = [...persons.map((one) => one.code), ...spares];
  const taken = codes.find((code) => state.lineday.byCode.get(code)?.some((id) => id !== replaces));
  if (taken !== undefined)
    return refusal("LD2", "The wristband {code} stands on another manifest.", { code: taken });
  return refuseOnTranche(state, manifest, author);
}

function isBegun({ steps, openings, counts, exceptions, receipts }: LineDay): boolean {
  return [steps, openings, counts, exceptions, receipts].some((notes) => notes.length > 0);
}

function isListed(state: State, day: LineDay, code: string): boolean {
  return manifestOf(state, day).persons.some((one) => one.code === code);
}

function codesOn(state: State, day: LineDay): ReadonlySet<string> {
  const { persons, spares } = manifestOf(state, day);
  return new Set([...persons.map((one) => one.code), ...spares]);
}

function refuseSteps(
  state: State,
  day: LineDay,
  { payload, by }: Act<"line.steps_noted">,
  now: number,
): Refusal | undefined {
  const counter = counterOf(day, by.office);
  const own = counter ? stepsOf[counter] : [];
  const codes = codesOn(state, day);
  const begun = epochMs(known(state, day.id, "line.manifest_made").act.saidAt) - clocksApartMs;
  for (const { code, step, at } of payload.steps) {
    if (!codes.has(code)) return noCode(code);
    if (!own.includes(step)) return refusal("LD6", "This step is noted by the other side: {step}.", { step });
    if (epochMs(at) < begun)
      return refusal("LD7", "Nobody is moved before the manifest was made: the step of {code} is earlier.", {
        code,
      });
    if (epochMs(at) > now + clocksApartMs)
      return refusal("LD7", "The step of {code} is in the future.", { code });
  }
  return undefined;
}

function noCode(code: string): Refusal {
  return refusal("LD5", "The wristband {code} does not stand on this manifest.", { code });
}

function refuseOpening(
  state: State,
  day: LineDay,
  { payload, by }: Act<"line.block_opened">,
): Refusal | undefined {
  const { block, codes, told } = payload;
  if (counterOf(day, by.office) !== "giver")
    return refusal("LD8", "A block is opened by the side that hands over.");
  const { largestBlock: most } = manifestOf(state, day);
  if (codes.length > most) return refusal("LD8", "A block has at most {most} persons here.", { most });
  const onIt = codesOn(state, day);
  const strange = codes.find((code) => !onIt.has(code));
  if (strange !== undefined) return noCode(strange);
  if (block === 1) return undefined;
  const before = blocksOf(state, day).find((one) => one.number === block - 1);
  // what was told at the line stands in for counts that are elsewhere; where it differs, all will see it
  const heard = new Map(told.map((one) => [one.counter, one.heads]));
  const unread = [...(before?.counts ?? [])].filter(([counter]) => !heard.has(counter));
  const status = statusOf(countersOf(state, day), new Map(unread), heard);
  return status === "counts_agree" || status === "told"
    ? undefined
    : refusal("LD9", "The next block passes once the counts of block {block} agree.", { block: block - 1 });
}

function refuseException(
  state: State,
  day: LineDay,
  { payload, by }: Act<"line.exception_noted">,
): Refusal | undefined {
  const { exception } = payload;
  const { code } = exception;
  const { spares } = manifestOf(state, day);
  if (!codesOn(state, day).has(code)) return noCode(code);
  const isSpare = !isListed(state, day, code);
  if (isSpare !== (exception.type === "unexpected_person"))
    return refusal("LD5", "Unexpected persons wear spare wristbands, and listed persons their own.");
  if (exception.type === "substituted" && !spares.includes(exception.came))
    return refusal("LD5", "Who comes instead wears a spare wristband.");
  const isGiver = counterOf(day, by.office) === "giver";
  if (exception.type === "no_show" && exception.cause !== "not_said" && !isGiver)
    return refusal("LD12", "Why somebody was not brought is said by the side that hands over.");
  return undefined;
}
