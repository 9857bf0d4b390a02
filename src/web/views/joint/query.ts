import { officeName } from "#i18n";
import {
  type ActId,
  type Clearance,
  type Communique,
  type CommuniqueStatus,
  clearanceOf,
  communiqueStatus,
  known,
  type Office,
  openClearances,
  type Principal,
  refusedBy,
  releaseOf,
  releaseTime,
} from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";

export type VersionModel = { readonly language: string; readonly title: string; readonly text: string };

/** What one of the three last said of one version, by name. */
export type WordModel = {
  readonly office: Office;
  readonly by: string;
  readonly said: Clearance;
  readonly words: string | undefined;
};

export type JointModel = {
  readonly id: ActId;
  readonly status: CommuniqueStatus;
  readonly versions: readonly VersionModel[];
  readonly said: Said;
  /** Epoch ms; undefined where the last clearance decides. */
  readonly releaseAt: number | undefined;
  /** By version, in their order; empty where only the release is read. */
  readonly words: readonly (readonly WordModel[])[];
  /** Those by name who have signed the release ahead. */
  readonly signedAhead: readonly string[];
  readonly released: Said | undefined;
  readonly may: {
    readonly answer: boolean;
    readonly replace: boolean;
    readonly release: boolean;
    readonly signAhead: boolean;
  };
  /** Versions for which this office's clearance is the last that lacks. */
  readonly lastFor: readonly string[];
};

export type JointsModel = { readonly mayTable: boolean; readonly texts: readonly JointModel[] };

/** The joint texts that this office reads, the latest first: with their clearances, or as they were released. */
export const joints: Query<undefined, JointsModel> = (at) => {
  const { state, office } = at;
  const { tabled, released } = state.communiques;
  const texts = [...tabled.values()].map((one, turn) => tabledModel(at, one, turn));
  const alone = [...released.keys()].filter((id) => !tabled.has(id)).flatMap((id) => releasedModel(at, id));
  return {
    mayTable: refusedBy(office, "communique.tabled", "plenary") === undefined,
    texts: [...texts, ...alone].toSorted((one, other) => other.said.received - one.said.received),
  };
};

function tabledModel(at: At, one: Communique, turn: number): JointModel {
  const { state, t, office, now } = at;
  const entry = known(state, one.id, "communique.tabled");
  const status = communiqueStatus(state, one, now);
  const { versions } = entry.act.payload;
  const isOpen = status !== "released" && status !== "replaced";
  const mayTable = refusedBy(office, "communique.tabled", "plenary") === undefined;
  const releaseAt = releaseTime(state, one);
  const lacks = openClearances(state, one);
  const release = releaseOf(state, one.id);
  const three: readonly Principal[] = ["host", ...(inPartyOrder(at, turn) as readonly Principal[])]; // the parties
  return {
    id: one.id,
    status,
    versions,
    said: saidOf(at, entry),
    releaseAt,
    words: versions.map(({ language }) =>
      three.map((by) => {
        const id = one.answers.get(language)?.get(by);
        const words = id && known(state, id, "communique.answered").act.payload.words;
        return {
          office: by,
          by: officeName(t, state, by),
          said: clearanceOf(state, one, language, by),
          words,
        };
      }),
    ),
    signedAhead: three.filter((by) => one.deposits.has(by)).map((by) => officeName(t, state, by)),
    released: release && saidOf(at, release),
    may: {
      answer: isOpen && mayTable,
      replace: isOpen && mayTable,
      release: status === "due" && mayTable,
      signAhead:
        isOpen && mayTable && releaseAt !== undefined && now < releaseAt && !one.deposits.has(office),
    },
    lastFor: lacks.length === 1 && lacks[0]?.by === office ? [lacks[0].language] : [],
  };
}

// Who does not read what was tabled reads what was released.
function releasedModel(at: At, id: ActId): readonly JointModel[] {
  const entry = releaseOf(at.state, id);
  if (!entry) return [];
  const said = saidOf(at, entry);
  const may = { answer: false, replace: false, release: false, signAhead: false };
  const { versions } = entry.act.payload;
  const open = { releaseAt: undefined, words: [], signedAhead: [], lastFor: [] };
  return [{ id, status: "released", versions, said, released: said, may, ...open }];
}
