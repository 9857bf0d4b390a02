import type { Term } from "#record";

export type TermType = Term["type"];
type NameOf<T extends TermType> = Exclude<keyof Extract<Term, { type: T }>, "key" | "type" | "ring"> & string;
type FieldName = { [T in TermType]: NameOf<T> }[TermType];

/** How a field of a term is filled in. */
export type FieldKind =
  | "line"
  | "prose"
  | "whole"
  | "day"
  | "moment"
  | "amount"
  | "unit"
  | "side"
  | "extent"
  | "purposes"
  | "whose"
  | "all"
  | "lines"
  | "people"
  | "term";

export type TermField<N extends string = FieldName> = {
  readonly name: N;
  readonly kind: FieldKind;
  readonly isOptional?: true;
};

/** The fields of each type of term, in the order in which they are filled in. A zone's outline is drawn elsewhere. */
export const termTypes: { readonly [T in TermType]: readonly TermField<NameOf<T>>[] } = {
  duration: [
    { name: "minHours", kind: "whole" },
    { name: "maxHours", kind: "whole", isOptional: true },
  ],
  zone: [
    { name: "extent", kind: "extent" },
    { name: "words", kind: "line" },
    { name: "depthMetres", kind: "whole", isOptional: true },
  ],
  purpose: [{ name: "purposes", kind: "purposes" }],
  date_by: [
    { name: "what", kind: "line" },
    { name: "by", kind: "day" },
  ],
  date_on: [
    { name: "what", kind: "line" },
    { name: "on", kind: "moment" },
  ],
  count_per_side: [
    { name: "amount", kind: "amount" },
    { name: "unit", kind: "unit" },
    { name: "category", kind: "line", isOptional: true },
  ],
  count: [
    { name: "from", kind: "side" },
    { name: "to", kind: "side" },
    { name: "amount", kind: "amount" },
    { name: "unit", kind: "unit" },
    { name: "category", kind: "line", isOptional: true },
  ],
  category: [
    { name: "words", kind: "line" },
    { name: "unit", kind: "unit" },
    { name: "all", kind: "all" },
  ],
  participants: [
    { name: "persons", kind: "people" },
    { name: "offices", kind: "lines", isOptional: true },
  ],
  place: [{ name: "words", kind: "line" }],
  body_to_create: [
    { name: "body", kind: "line" },
    { name: "tasks", kind: "line", isOptional: true },
    { name: "format", kind: "line", isOptional: true },
  ],
  object_list: [{ name: "objects", kind: "lines" }],
  condition: [
    { name: "requires", kind: "line" },
    { name: "of", kind: "whose" },
  ],
  sequence: [
    { name: "first", kind: "term" },
    { name: "next", kind: "term" },
  ],
  reciprocity: [{ name: "words", kind: "line" }],
  text: [{ name: "words", kind: "prose" }],
};

export const typesInOrder = Object.keys(termTypes) as readonly TermType[]; // the keys of the object above

export const fieldNames: readonly FieldName[] = [
  ...new Set(Object.values(termTypes).flatMap((fields) => fields.map(({ name }: TermField) => name))),
];

export const extents = [
  "certain_areas",
  "line_of_contact",
  "whole_front",
  "polygon",
  "object_classes",
] as const satisfies readonly Extract<Term, { type: "zone" }>["extent"][];

export const purposes = [
  "evacuate_wounded",
  "recover_dead",
  "exchange_prisoners",
  "aid_access",
  "repair_works",
  "end_hostilities",
  "negotiate",
  "confidence",
] as const satisfies readonly Extract<Term, { type: "purpose" }>["purposes"][number][];

export const units = [
  "persons",
  "servicemen",
  "civilians",
  "children",
  "bodies",
  "sites",
  "hours",
  "days",
  "violations",
] as const satisfies readonly Extract<Term, { type: "count" }>["unit"][];
