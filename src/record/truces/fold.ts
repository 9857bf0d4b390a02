import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { addTo } from "../fold/add-to.ts";
import type { Handlers } from "../fold/state.ts";
import type { Checkpoint, truceActs } from "./acts.ts";

/** One text of truce terms and what each office has done about it. */
export type Truce = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId>;
  readonly orders: Map<Office, ActId[]>;
  readonly guarantees: Map<Office, ActId[]>;
  /** How far each side says that its own orders have come. */
  readonly steps: Map<Office, ActId[]>;
  readonly readiness: Map<Office, ActId>;
  readonly checkpoints: Map<Office, Map<Checkpoint, ActId>>;
  readonly extensions: Map<ActId, Extension>;
  readonly suspensions: Map<ActId, Suspension>;
  readonly closings: Map<Office, ActId>;
  readonly denounced: Map<Office, ActId>;
  retabledAs: ActId | undefined;
};

/** A later end that one party proposed, and what each has said of it. */
export type Extension = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId>;
};

/** A zone that one side took out of the truce, until the same side resumes it. */
export type Suspension = { readonly id: ActId; readonly author: Office; resumed: ActId | undefined };

/** One party's own declaration, the other's answer, and the counts that each side gave of its days. */
export type Declaration = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId>;
  readonly counts: ActId[];
};

export type TrucesState = {
  readonly texts: Map<ActId, Truce>;
  readonly declarations: Map<ActId, Declaration>;
};

export function emptyTruces(): TrucesState {
  return { texts: new Map(), declarations: new Map() };
}

export const truceHandlers: Handlers<keyof typeof truceActs> = {
  "truce.tabled": ({ truces }, { act }) => {
    const { retables } = act.payload;
    if (retables) {
      const earlier = truces.texts.get(retables);
      if (!earlier) return retables;
      earlier.retabledAs ??= act.id;
    }
    truces.texts.set(act.id, {
      id: act.id,
      author: act.by.office,
      answers: new Map(),
      orders: new Map(),
      guarantees: new Map(),
      steps: new Map(),
      readiness: new Map(),
      checkpoints: new Map(),
      extensions: new Map(),
      suspensions: new Map(),
      closings: new Map(),
      denounced: new Map(),
      retabledAs: undefined,
    });
    return undefined;
  },
  "truce.answered": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => truce.answers.set(act.by.office, act.id)),
  "truce.order_issued": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => addTo(truce.orders, act.by.office, act.id)),
  "truce.guarantee_given": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => addTo(truce.guarantees, act.by.office, act.id)),
  "truce.readiness_said": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => {
      const { checkpoint } = act.payload;
      const { office } = act.by;
      truce.readiness.set(office, act.id);
      if (checkpoint === undefined) return;
      const own = truce.checkpoints.get(office) ?? new Map<Checkpoint, ActId>();
      truce.checkpoints.set(office, own.set(checkpoint, act.id));
    }),
  "truce.order_acknowledged": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => addTo(truce.steps, act.by.office, act.id)),
  "truce.extension_proposed": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) =>
      truce.extensions.set(act.id, { id: act.id, author: act.by.office, answers: new Map() }),
    ),
  "truce.extension_answered": ({ truces }, { act }) => {
    const { truce, extension } = act.payload;
    const proposed = truces.texts.get(truce)?.extensions.get(extension);
    if (!proposed) return truces.texts.has(truce) ? extension : truce;
    proposed.answers.set(act.by.office, act.id);
    return undefined;
  },
  "truce.suspended_locally": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) =>
      truce.suspensions.set(act.id, { id: act.id, author: act.by.office, resumed: undefined }),
    ),
  "truce.resumed": ({ truces }, { act }) => {
    const { truce, suspension } = act.payload;
    const suspended = truces.texts.get(truce)?.suspensions.get(suspension);
    if (!suspended) return truces.texts.has(truce) ? suspension : truce;
    // only who suspended resumes; a stray word changes nothing
    if (suspended.author === act.by.office) suspended.resumed ??= act.id;
    return undefined;
  },
  "truce.closing_reported": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => truce.closings.set(act.by.office, act.id)),
  "truce.denounced": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => {
      if (!truce.denounced.has(act.by.office)) truce.denounced.set(act.by.office, act.id);
    }),
  "truce.declared": ({ truces }, { act }) => {
    truces.declarations.set(act.id, { id: act.id, author: act.by.office, answers: new Map(), counts: [] });
    return undefined;
  },
  "truce.declaration_answered": ({ truces }, { act }) => {
    const declaration = truces.declarations.get(act.payload.declaration);
    if (!declaration) return act.payload.declaration;
    declaration.answers.set(act.by.office, act.id);
    return undefined;
  },
  "truce.count_claimed": ({ truces }, { act }) => {
    const declaration = truces.declarations.get(act.payload.declaration);
    if (!declaration) return act.payload.declaration;
    declaration.counts.push(act.id);
    return undefined;
  },
};

function within(truces: TrucesState, id: ActId, change: (truce: Truce) => unknown): ActId | undefined {
  const truce = truces.texts.get(id);
  if (!truce) return id;
  change(truce);
  return undefined;
}
