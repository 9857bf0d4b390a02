import type { Problem } from "#base";
import { randomBytes, toBase64 } from "#ledger";
import { caseOf, caseText, inputsDigest } from "../views/exchange/planner/case-query.ts";
import type { Case, PlanInput } from "../views/exchange/planner/engine/protocol.ts";
import { inputIn } from "../views/exchange/planner/input-files.ts";
import type { Paper } from "../views/exchange/planner/paper.ts";
import type { Terms } from "../views/exchange/planner/terms.ts";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { remember, remembered } from "./memory.ts";
import type { Refusal } from "./protocol.ts";
import { refusalIn } from "./refusal.ts";

// A plan is its author's own paper: all of this is kept on this device and sent nowhere.

type Kept = { readonly terms: Terms | undefined; readonly paper: Paper | undefined };

/** The terms and the paper that this device has kept of an office. */
const keptPlanning: Action<undefined, Kept> = async (desk) => ({
  terms: (await remembered(placeOf(desk, "terms"))) as Terms | undefined, // as keepTerms left them
  paper: (await remembered(placeOf(desk, "paper"))) as Paper | undefined, // as keepPaper left it
});

const keepTerms: Action<Terms, void> = (desk, terms) => remember(placeOf(desk, "terms"), terms);

const keepPaper: Action<Paper, void> = (desk, paper) => remember(placeOf(desk, "paper"), paper);

type ToPlan = { readonly terms: Terms; readonly previous?: PlanInput["previous"] };

/** A case from the record as this office reads it, with a random number in it; and the digest that names all that goes in. */
const inputToPlan: Action<ToPlan, Pick<Paper, "input" | "inputs">> = async (desk, { terms, previous }) => {
  const at = desk.at();
  if (!at) throw new Error("No copy of the record is open.");
  const given = caseOf(at, terms, toBase64(randomBytes(32)));
  const input = { given, seed: Number(terms.seed), ...(previous ? { previous } : {}) };
  return { input, inputs: inputsDigest(input) };
};

/** Keeps what a tranche was computed from, so that it can be computed again. */
const keepInput: Action<PlanInput, void> = (desk, input) =>
  remember(placeOf(desk, `input ${inputsDigest(input)}`), input);

const heldInput: Action<string, PlanInput | undefined> = async (desk, inputs) =>
  (await remembered(placeOf(desk, `input ${inputs}`))) as PlanInput | undefined; // as keepInput left it

type Files = { readonly texts: readonly string[]; readonly inputs: string; readonly seed: number };

/** Takes files of a case, and of the plan before it, if they are what a digest names. */
const takeInput: Action<Files, PlanInput | undefined> = async (desk, { texts, inputs, seed }) => {
  const input = inputIn(texts, seed);
  if (!input || inputsDigest(input) !== inputs) return undefined;
  await keepInput(desk, input, noWork);
  return input;
};

const caseFile: Action<Case, string> = async (_, given) => caseText(given);

/** What the planner refused, in words. */
const sayPlannerProblem: Action<Problem, Refusal> = async (desk, problem) => refusalIn(desk.t, problem);

const noWork = { signal: new AbortController().signal, onProgress: () => {} };

function placeOf(desk: Desk, name: string): string {
  if (!desk.session) throw new Error("No copy of the record is open.");
  const { process, office } = desk.session.known;
  return `planner ${process} ${office} ${name}`;
}

export const planActions = {
  keptPlanning,
  keepTerms,
  keepPaper,
  inputToPlan,
  keepInput,
  heldInput,
  takeInput,
  caseFile,
  sayPlannerProblem,
} as const;
