import { type ActId, known, otherSide, type Room, sitesByExpiry } from "#record";
import { canonicalText, inputsDigest, planDigest } from "#replica";
import type { WindowDraft } from "../views/window/draft.ts";
import type { PlanInput, TrucePlan, TruceSide } from "../views/window/engine/protocol.ts";
import {
  type FiledPlan,
  filedFor,
  type OwnPart,
  sitesOfRegister,
  type Whole,
} from "../views/window/filed.ts";
import { packed, unpacked } from "../views/window/filed-content.ts";
import type { Paper } from "../views/window/paper.ts";
import { type SiteTables, siteTables } from "../views/window/sites-table.ts";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { remember, remembered } from "./memory.ts";
import { siteActions } from "./site-actions.ts";

// A case holds sites: it is kept on this device, and leaves it only inside a sealed paper that its author signs.

type Kept = { readonly draft: WindowDraft | undefined; readonly paper: Paper | undefined };

const keptWindow: Action<undefined, Kept> = async (desk) => ({
  draft: (await remembered(placeOf(desk, "draft"))) as WindowDraft | undefined, // as keepWindowDraft left it
  paper: (await remembered(placeOf(desk, "paper"))) as Paper | undefined, // as keepWindowPaper left it
});

const keepWindowDraft: Action<WindowDraft, void> = (desk, draft) => remember(placeOf(desk, "draft"), draft);

/** Keeps a plan, and what it was computed from, so that it can be computed again. */
const keepWindowPaper: Action<Paper, void> = async (desk, paper) => {
  await remember(placeOf(desk, "paper"), paper);
  await remember(placeOf(desk, `input ${paper.inputs}`), paper.input);
  await remember(placeOf(desk, `plan ${paper.digest}`), paper.plan);
};

const keepWindowInput: Action<PlanInput, void> = (desk, input) =>
  remember(placeOf(desk, `input ${inputsDigest(input)}`), input);

const heldWindowInput: Action<string, PlanInput | undefined> = async (desk, inputs) =>
  (await remembered(placeOf(desk, `input ${inputs}`))) as PlanInput | undefined; // as the two above left it

type Digests = { readonly inputs: string; readonly digest: string };

const windowDigests: Action<{ readonly input: PlanInput; readonly plan: TrucePlan }, Digests> = async (
  _,
  { input, plan },
) => ({ inputs: inputsDigest(input), digest: planDigest(plan) });

const inputDigest: Action<PlanInput, string> = async (_, input) => inputsDigest(input);

const canonicalFile: Action<unknown, string> = async (_, value) => canonicalText(value);

/** The standing sites that this office reads, exact as they are; that they were opened is noted in their own rooms. */
const takeSites: Action<number, SiteTables> = async (desk, fromMs, work) => {
  const at = desk.at();
  if (!at) throw new Error("No copy of the record is open.");
  const views = sitesByExpiry(at.state, at.now).filter(({ status }) => status === "stands");
  for (const { id } of views) await siteActions.noteOpened(desk, id, work);
  return siteTables(views, fromMs);
};

/** What can be filed of a proposed plan in a room, by what this device holds of it and the registers that this office reads. */
export type ToFile =
  | {
      readonly is: "whole" | "own";
      readonly sites: number;
      readonly payload: { plan: string; content: string };
    }
  | { readonly is: "not_held" | "nothing" | "too_large" };

const contentToFile: Action<{ readonly plan: string; readonly room: Room }, ToFile> = async (
  desk,
  { plan, room },
) => {
  const at = desk.at();
  if (!at) throw new Error("No copy of the record is open.");
  const { inputs, digest } = known(at.state, plan as ActId, "plan.proposed").act.payload.plan; // one that was shown
  const [input, computed] = await Promise.all([
    remembered(placeOf(desk, `input ${inputs}`)),
    remembered(placeOf(desk, `plan ${digest}`)),
  ]);
  if (!input || !computed) return { is: "not_held" };
  const { given, previous } = input as PlanInput; // as keepWindowPaper left it
  const filed = { given, ...(previous ? { previous } : {}), plan: computed as TrucePlan }; // likewise
  const side = sideOfRoom(room);
  const all = sitesByExpiry(at.state, at.now);
  const of = (one: TruceSide) => all.filter(({ site }) => site.room === `sites-${one}`);
  const content: Whole | OwnPart | undefined = side
    ? filedFor(side, filed, of(side), of(otherSide(side)))
    : { format: "parley-window-whole/1", ...filed };
  if (!content) return { is: "nothing" };
  const text = await packed(content);
  if (text === undefined) return { is: "too_large" };
  const sites = content.format === "parley-window-own/1" ? content.sites : content.given.sites;
  return {
    is: content.format === "parley-window-own/1" ? "own" : "whole",
    sites: sites.length,
    payload: { plan, content: text },
  };
};

function sideOfRoom(room: Room): TruceSide | undefined {
  return room === "sites-a" ? "a" : room === "sites-b" ? "b" : undefined;
}

/** What was filed, opened; a whole counts only where it is what the proposal names by its digests. */
export type OpenedPlan =
  | ({ readonly is: "whole"; readonly input: PlanInput } & FiledPlan)
  | { readonly is: "own"; readonly part: OwnPart }
  | { readonly is: "unreadable" };

const openFiled: Action<string, OpenedPlan> = async (desk, id, work) => {
  const at = desk.at();
  if (!at) throw new Error("No copy of the record is open.");
  const { plan: of, content } = known(at.state, id as ActId, "plan.filed").act.payload; // one that was shown
  const { inputs, digest, seed, iterations } = known(at.state, of, "plan.proposed").act.payload.plan;
  const read = await unpacked(content);
  if (!read) return { is: "unreadable" };
  const all = sitesByExpiry(at.state, at.now);
  const shown = read.format === "parley-window-own/1" ? read : read.given;
  for (const site of new Set(sitesOfRegister(shown, all).values()))
    await siteActions.noteOpened(desk, site, work);
  if (read.format === "parley-window-own/1") return { is: "own", part: read };
  const { given, previous, plan } = read;
  const input = { given, seed, iterations, ...(previous ? { previous } : {}) };
  if (inputsDigest(input) !== inputs || planDigest(plan) !== digest) return { is: "unreadable" };
  await remember(placeOf(desk, `input ${inputs}`), input);
  await remember(placeOf(desk, `plan ${digest}`), plan);
  return { is: "whole", input, given, plan, ...(previous ? { previous } : {}) };
};

function placeOf(desk: Desk, name: string): string {
  if (!desk.session) throw new Error("No copy of the record is open.");
  const { process, office } = desk.session.known;
  return `window ${process} ${office} ${name}`;
}

export const windowActions = {
  keptWindow,
  keepWindowDraft,
  keepWindowPaper,
  keepWindowInput,
  heldWindowInput,
  windowDigests,
  inputDigest,
  canonicalFile,
  takeSites,
  contentToFile,
  openFiled,
} as const;
