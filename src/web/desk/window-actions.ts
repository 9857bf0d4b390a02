import { sitesByExpiry } from "#record";
import { canonicalText, inputsDigest, planDigest } from "#replica";
import type { WindowDraft } from "../views/window/draft.ts";
import type { PlanInput, TrucePlan } from "../views/window/engine/protocol.ts";
import type { Paper } from "../views/window/paper.ts";
import { type SiteTables, siteTables } from "../views/window/sites-table.ts";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { remember, remembered } from "./memory.ts";
import { siteActions } from "./site-actions.ts";

// A case holds sites: all of this is kept on this device and sent nowhere.

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
} as const;
