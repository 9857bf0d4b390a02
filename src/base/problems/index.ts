import { apiProblems } from "./api.ts";
import { commandProblems } from "./command.ts";
import { exchangeProblems } from "./exchange.ts";
import { folderProblems } from "./folder.ts";
import { footageProblems } from "./footage.ts";
import { ledgerProblems } from "./ledger.ts";
import { listsProblems } from "./lists.ts";
import { planProblems } from "./plan.ts";
import { readerProblems } from "./reader.ts";
import { recordProblems } from "./record.ts";
import { replicaProblems } from "./replica.ts";
import { secondReaderProblems } from "./second-reader.ts";
import { setUpProblems } from "./set-up.ts";
import type { ProblemEntry } from "./shape.ts";
import { storeProblems } from "./store.ts";

/** Every problem that a caller can act on, by its stable code. The only place where codes are given. */
export const problemCatalogue = {
  ...ledgerProblems,
  ...storeProblems,
  ...recordProblems,
  ...replicaProblems,
  ...folderProblems,
  ...apiProblems,
  ...setUpProblems,
  ...listsProblems,
  ...exchangeProblems,
  ...planProblems,
  ...readerProblems,
  ...secondReaderProblems,
  ...footageProblems,
  ...commandProblems,
} as const;

type Catalogue = typeof problemCatalogue;
export type ProblemCode = keyof Catalogue;
export type ProblemDetails<C extends ProblemCode> = Parameters<Catalogue[C]["detail"]>[0];

/** A refusal that a caller can act on (RFC 9457): stable code, title, one sentence, typed details. */
export type Problem = {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
};

export function problem<C extends ProblemCode>(code: C, details: ProblemDetails<C>): Problem {
  const entry: ProblemEntry = problemCatalogue[code]; // the signature has paired the code with its details
  return { code, status: entry.status, title: entry.title, detail: entry.detail(details), details };
}

/** Carries a problem through code that cannot return it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(refused: Problem) {
    super(`${refused.title} ${refused.detail}`);
    this.name = "ProblemError";
    this.problem = refused;
  }
}

export function refuse<C extends ProblemCode>(code: C, details: ProblemDetails<C>): never {
  throw new ProblemError(problem(code, details));
}
