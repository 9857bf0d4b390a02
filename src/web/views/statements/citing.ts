import { type Act, type ActId, known, type PayloadOf, type Side } from "#record";
import { mayNow } from "../../desk/may.ts";
import type { At } from "../../desk/query.ts";

type Ground = {
  readonly side: Side;
  /** The statement, or the entry of a report, that it comes from. */
  readonly from: Pick<PayloadOf<"position.cited">, "statement" | "entry">;
  readonly source: PayloadOf<"position.cited">["source"];
  /** A civil date. */
  readonly dated: string;
};

/** On which issues this office may cite something as a position of a side, each in the room where it stands. */
export type Citing = Ground & {
  readonly issues: readonly { readonly id: ActId; readonly title: string; readonly room: Act["room"] }[];
};

/** Undefined where there is no such issue. */
export function citingOf(at: At, ground: Ground): Citing | undefined {
  const { from, ...rest } = ground;
  const issues = [...at.state.positions.issues.keys()].flatMap((issue) => {
    const { room, payload } = known(at.state, issue, "issue.opened").act;
    const trial = { issue, position: "trial", ...from, ...rest };
    return mayNow(at, room, "position.cited", trial) ? [{ id: issue, title: payload.title, room }] : [];
  });
  return issues.length > 0 ? { ...ground, issues } : undefined;
}

/** The civil date, in UTC, of an instant in epoch ms. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
