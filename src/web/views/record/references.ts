import type { ActId, Entry } from "#record";

/** An act that another names, and the field that names it. */
export type Reference = { readonly field: string; readonly id: ActId };

const idForm = /^[a-z2-7]{25}[aeimquy4]$/;

/** Every act that an act names: in its payload, and those of other rooms that it builds on. */
export function referencesOf({ act }: Pick<Entry, "act">): readonly Reference[] {
  const named = Object.entries(act.payload ?? {}).flatMap(([field, value]) => namedIn(field, value));
  return [...named, ...act.refs.map(({ id }) => ({ field: "refs", id }))];
}

function namedIn(field: string, value: unknown): readonly Reference[] {
  if (typeof value === "string") return idForm.test(value) ? [{ field, id: value as ActId }] : []; // its form
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap((inner) => namedIn(field, inner));
}

type Index = { readonly seen: Set<ActId>; readonly by: Map<ActId, ActId[]> };
const indexes = new WeakMap<object, Index>();

/** Which acts name which; kept for each copy, so that only what is new is read again. */
export function namedBy(copy: object, entries: readonly Entry[], id: ActId): readonly ActId[] {
  const index = indexes.get(copy) ?? { seen: new Set(), by: new Map() };
  indexes.set(copy, index);
  for (const entry of entries) {
    if (index.seen.has(entry.act.id)) continue;
    index.seen.add(entry.act.id);
    for (const one of new Set(referencesOf(entry).map((reference) => reference.id))) {
      const by = index.by.get(one);
      if (by) by.push(entry.act.id);
      else index.by.set(one, [entry.act.id]);
    }
  }
  return index.by.get(id) ?? [];
}
