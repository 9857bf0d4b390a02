import type { Client } from "#api";
import type { Translate } from "#i18n";
import type { Office } from "#record";
import { headAt, offices, processOf, seatedNow } from "#record";
import { type Device, type Keep, Replica } from "#replica";
import { keepOf, keptDevice } from "./devices.ts";
import { remember, remembered } from "./memory.ts";
import type { Refusal } from "./protocol.ts";
import { refusalIn } from "./refusal.ts";

/** Whose desk this is, as the page shows it. */
export type DeskModel =
  | { readonly phase: "opening"; readonly progress?: Replica["progress"] }
  /** No host answers, and nothing was kept here before. */
  | { readonly phase: "unreachable" }
  /** No process has been founded yet. */
  | { readonly phase: "set_up" }
  | {
      readonly phase: "open";
      readonly office: Office;
      readonly member: string | undefined;
      readonly isSignedIn: boolean;
      /** The office of a member who has signed in and whose seat is not certified yet: he reads what the public reads. */
      readonly waitsFor: Office | undefined;
      /** He who waits is the head of that office and has its key here: he certifies the seat himself. */
      readonly certifiesOwnSeat: boolean;
      /** The office whose desk this was until the host ended its session. */
      readonly left: Office | undefined;
      readonly demonstration: boolean;
      /** This browser holds a key with a seat, so that acts can be signed here. */
      readonly canSign: boolean;
      readonly status: Replica["status"];
      /** What the host showed that this copy does not believe. */
      readonly refusal: Refusal | undefined;
      /** Why the host is not reached. */
      readonly trouble: Refusal | undefined;
      readonly progress: Replica["progress"];
      readonly signatures: Replica["verifiedSignatures"];
      readonly waiting: number;
      readonly refused: number;
      readonly closed: number;
    };

/** What the host says of the process and of this session; remembered for when no host answers. */
type Known = {
  readonly process: string;
  readonly office: Office;
  readonly member: string | undefined;
  readonly waitsFor: Office | undefined;
};

/** A desk that is open: an office's replica, and what it is kept in. */
export type Session = {
  readonly phase: "open";
  readonly known: Known;
  readonly keep: Keep;
  readonly replica: Replica;
  /** This browser's device for the office in which a seat is waited for: the copy is the public's, the key is not. */
  readonly waiting: Device | undefined;
  readonly left: Office | undefined;
  /** Epoch ms of the newest receipt before this visit; undefined on the first. */
  readonly since: number | undefined;
};

type Opening = Session | { readonly phase: "unreachable" } | { readonly phase: "set_up" };

const lastDesk = "last desk";

/**
 * Asks the host whose session this is and opens that office's copy; without a network, the one that was used last.
 * `before` is the office whose desk it was until now, where that did not end by its member's own wish.
 */
export async function openSession(
  client: Client,
  onProgress: (progress: Replica["progress"]) => void,
  before: Office | undefined,
): Promise<Opening> {
  const answered = await askHost(client);
  if (answered === "set_up") return { phase: "set_up" };
  const known = answered ?? (await lastKnown());
  if (!known) return { phase: "unreachable" };
  if (answered) await remember(lastDesk, known);
  const keep = await keepOf(known.process, known.office);
  const { process, office } = known;
  const replica = await Replica.open({ client, keep, now: Date.now, office, process, onLoading: onProgress });
  const since = await replica.beginVisit();
  const waiting = known.waitsFor && (await keptDevice(process, known.waitsFor));
  const left = known.member === undefined && before !== office ? before : undefined;
  return { phase: "open", known, keep, replica, waiting, left, since };
}

export async function closeSession({ replica, keep }: Session): Promise<void> {
  await replica.stop();
  await keep.close();
}

/** How the desk stands, for the page. */
export function describeSession(session: Session, t: Translate): DeskModel {
  const { known, replica } = session;
  const { office, member, waitsFor } = known;
  const { status, refusal, trouble, progress, queue, closed, state, device } = replica;
  const seats = seatedNow(state.people);
  return {
    phase: "open",
    office,
    member,
    isSignedIn: office !== "public" || waitsFor !== undefined,
    waitsFor,
    certifiesOwnSeat: isWaitingHead(session),
    left: session.left,
    demonstration: processOf(state)?.demonstration ?? false,
    canSign:
      device !== undefined && seats.some((seat) => seat.key === device.publicKey && seat.office === office),
    status,
    refusal: refusal && refusalIn(t, refusal, state),
    trouble: trouble && refusalIn(t, trouble, state),
    progress,
    signatures: replica.verifiedSignatures,
    waiting: queue.filter((one) => one.state !== "refused").length,
    refused: queue.filter((one) => one.state === "refused").length,
    closed,
  };
}

/** Whose session this is, the host is to be asked again: it answers for another office, or a seat came or is gone. */
export function isSeatChanged({ known, replica }: Session): boolean {
  const { office, member, waitsFor } = known;
  // it may answer so before this copy has read of the seat, and no longer lets read that one was revoked
  if (replica.trouble?.code === "replica.other_office") return true;
  if (member === undefined) return false;
  const wanted = waitsFor ?? office;
  const isSeated = seatedNow(replica.state.people).some(
    (seat) => seat.member === member && seat.office === wanted,
  );
  return waitsFor !== undefined ? isSeated : office !== "public" && replica.status === "current" && !isSeated;
}

/** Whether he who waits for a seat has the key of that office's head here. */
export function isWaitingHead({ known, replica, waiting }: Session): boolean {
  if (known.waitsFor === undefined || waiting?.headPublicKey === undefined) return false;
  const { size } = replica.head("process");
  return headAt(replica.state.people, known.waitsFor, size) === waiting.headPublicKey;
}

// undefined where no host answers.
async function askHost(client: Client): Promise<Known | "set_up" | undefined> {
  try {
    const { process, setUp, session, office } = await client.call("readProcess");
    if (setUp) return "set_up";
    const isWaiting = session !== null && !session.seated && session.member !== null;
    return {
      process,
      office,
      member: session?.member ?? undefined,
      waitsFor: isWaiting ? session.office : undefined,
    };
  } catch (error) {
    if (error instanceof TypeError) return undefined; // the network, or something between: see Client
    throw error;
  }
}

async function lastKnown(): Promise<Known | undefined> {
  const known = await remembered(lastDesk);
  const isKnown = known !== null && typeof known === "object" && "office" in known && "process" in known;
  return isKnown && offices.some((one) => one === known.office) ? (known as Known) : undefined; // as remember was given it
}
