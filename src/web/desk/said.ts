import { officeName } from "#i18n";
import { type ClaimSource, type Entry, epochMs, type Office } from "#record";
import type { At } from "./query.ts";
import { type When, whenOf } from "./when.ts";

/** Whose words an act is, and its three times kept apart. */
export type Said = {
  readonly id: string;
  readonly office: Office;
  /** The office by name. */
  readonly by: string;
  readonly capacity: string;
  readonly happened: When | undefined;
  /** Epoch ms. */
  readonly said: number;
  /** Epoch ms. */
  readonly received: number;
  /** Put right later by its own author. */
  readonly isCorrected: boolean;
};

export type SourceLine = {
  /** Publisher and title. */
  readonly words: string;
  readonly published: When | undefined;
  readonly url: string | undefined;
};

/** Words with whose they are and where they come from. */
export type Sourced = { readonly said: Said; readonly source: SourceLine | undefined };

type WithSource = Entry & {
  readonly act: { readonly payload?: { readonly source?: ClaimSource | undefined } };
};

/** Whose an act is and where its words were published. */
export function sourced(at: At, entry: WithSource): Sourced {
  return { said: saidOf(at, entry), source: sourceLine(entry.act.payload?.source) };
}

export function saidOf({ state, t }: At, { act, receivedAt }: Entry): Said {
  return {
    id: act.id,
    office: act.by.office,
    by: officeName(t, state, act.by.office),
    capacity: act.by.capacity,
    happened: act.happenedAt === undefined ? undefined : whenOf(act.happenedAt),
    said: epochMs(act.saidAt),
    received: receivedAt,
    isCorrected: state.corrections.has(act.id),
  };
}

export function sourceLine(source: ClaimSource | undefined): SourceLine | undefined {
  if (!source) return undefined;
  const { publisher, title, published, url } = source;
  const words = title === undefined ? publisher : `${publisher}, ${title}`;
  return { words, published: published === undefined ? undefined : whenOf(published), url };
}
