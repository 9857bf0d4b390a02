import { z } from "zod";
import { ProblemError, refuse } from "#base";
import { type KeyFile, signingKeyOf, storeSource } from "#folder";
import {
  type Act,
  isKind,
  refuseAct,
  refuseInside,
  room,
  roomTable,
  type State,
  seatedNow,
  View,
} from "#record";
import { composeAct, type Draft, type Envelope, readAs, sealAct, signAct } from "#replica";
import type { Admitted, Registry } from "#server";
import type { Store } from "#store";

/** What a person writes into the file of `parley act`; all else follows from the key and the room. */
const draftFile = z.strictObject({
  room,
  kind: z.string(),
  payload: z.unknown(),
  capacity: z.string().optional(),
  saidAt: z.string().optional(),
  happenedAt: z.unknown().optional(),
  refs: z.unknown().optional(),
  id: z.string().optional(),
});

/** Reads a draft; what it leaves out is filled from the key's seat and the clock. */
export function draftOf(data: unknown, path: string, key: KeyFile, registry: Registry, now: number): Draft {
  const parsed = draftFile.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse("command.draft", {
      path,
      reason: `${issue?.path.join(".") || "the draft"}: ${issue?.message}.`,
    });
  }
  const { capacity, saidAt, happenedAt, refs, id, ...rest } = parsed.data;
  const seat = seatedNow(registry.state(key.office).people).find((one) => one.key === key.public);
  return {
    ...rest,
    payload: rest.payload,
    capacity: capacity ?? seat?.title ?? "head of office",
    saidAt: saidAt ?? new Date(now).toISOString(),
    ...(happenedAt === undefined ? {} : { happenedAt }),
    ...(refs === undefined ? {} : { refs }),
    ...(id === undefined ? {} : { id }),
  };
}

/** Makes the act, signs it with the keys, seals it where the room is sealed, and submits it; answers what was said inside too. */
export async function say(
  registry: Registry,
  draft: Draft,
  author: KeyFile,
  cosigners: readonly KeyFile[] = [],
  now: number = Date.now(),
  opened: State = registry.state(author.office),
): Promise<Admitted & { readonly said: Act }> {
  const { act, envelope } = await envelopeOf(registry, draft, author, cosigners, now, opened);
  return { ...(await registry.submit(envelope)), said: act };
}

/** What a key's holder reads with the papers that the key opens: by it an act in a sealed room is judged. */
export async function openedView(store: Store, process: string, key: KeyFile): Promise<View> {
  const view = new View();
  const source = storeSource(store, { process });
  view.add((await readAs(source, key.office, key.identity ? [key.identity] : [])).entries);
  return view;
}

async function envelopeOf(
  registry: Registry,
  draft: Draft,
  author: KeyFile,
  cosigners: readonly KeyFile[],
  now: number,
  opened: State,
): Promise<{ readonly act: Act; readonly envelope: Envelope }> {
  if (!isKind(draft.kind)) refuse("act.unknown_kind", { kind: draft.kind });
  const { office, member } = author;
  const composed = composeAct(
    draft,
    { process: registry.process, office, member },
    registry.head(draft.room),
  );
  if ("problem" in composed) throw new ProblemError(composed.problem);
  const { act } = composed;
  const isSealed = roomTable[act.room].sealed && act.kind !== "paper.sealed";
  const refused = isSealed ? refuseInside(opened, act, now) : refuseRelease(opened, act, now);
  if (refused) throw new ProblemError(refused);
  if (!isSealed) return { act, envelope: signAct(act, [author, ...cosigners].map(signingKeyOf)) };
  return { act, envelope: await sealAct(act, opened, signingKeyOf(author)) };
}

// A release is judged by what its author's key opens of the press room; the host reads none of it (FG13).
function refuseRelease(opened: State, act: Act, now: number) {
  return act.kind === "footage.released" ? refuseAct(opened, act, now) : undefined;
}
