import { z } from "zod";

/** What a prisoner did not say is null and printed so; what nobody knows is left out. */
const known = z.string().min(1).max(600).nullable().optional();
const civilDate = z.iso.date();

export const personFields = [
  "surname",
  "firstNames",
  "fatherFirstName",
  "motherMaidenName",
  "rank",
  "serviceNumber",
  "powerOfOrigin",
  "birthDate",
  "birthPlace",
  "nextOfKin",
  "mailAddress",
  "captured",
  "changes",
  "camp",
] as const;
export const healths = [
  "good",
  "not_wounded",
  "recovered",
  "convalescent",
  "sick",
  "slightly_wounded",
  "seriously_wounded",
] as const;
export const deathFields = [
  "deathDate",
  "deathPlace",
  "deathCause",
  "burial",
  "grave",
  "effects",
  "account",
] as const;

/** Geneva I art. 16: what is recorded of each wounded, sick or dead person of the adverse Party, (a) to (h). */
export const informationFields = [
  "powerOfOrigin",
  "serviceNumber",
  "surname",
  "firstNames",
  "birthDate",
  "cardParticulars",
  "captureOrDeath",
  "wounds",
] as const;
export const recoveryFields = [
  "bagCode",
  "tag",
  "recoveredAt",
  "where",
  "recoveredBy",
  "holds",
  "commingled",
  "seals",
  "ammunition",
  "belongs",
  "photo",
  "remarks",
] as const;

/** What the other side says to a line of a list, as the record's codes have it; another answer stands as written. */
export const answers = [
  "acknowledged",
  "corrected",
  "disputed",
  "already_returned",
  "not_ours",
  "no_information",
] as const;

/** A local clock on which a time is told beside UTC, with whose clock it is. */
export const clock = z.strictObject({
  name: z.string().min(1).max(100),
  zone: z.string().refine(isZone, "no time zone of this name"),
});
export type Clock = z.infer<typeof clock>;

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== undefined;
  } catch {
    return false; // a name that this program's table of zones has not
  }
}

type Fields<K extends string> = { readonly [F in K]: typeof known };
const fields = <K extends string>(names: readonly K[]): Fields<K> =>
  Object.fromEntries(names.map((name) => [name, known])) as Fields<K>; // of all names

/** Geneva III art. 122(4) and 17, with what art. 122(5) and (6) add. */
const person = z.strictObject({ ...fields(personFields), health: z.enum(healths).nullable().optional() });
/** Who made the paper, for whom, on which day; the day is also the file's own date. */
const made = { from: z.string().max(300).optional(), to: z.string().max(300).optional(), on: civilDate };

const clocks = z.array(clock).max(2).optional();

/** The form of each document's file. */
export const documentForms = {
  notification: z.strictObject({ ...made, persons: z.array(person).min(1).max(2_000) }),
  card: z.strictObject({ ...made, person }),
  list: z.strictObject({
    ...made,
    title: z.string().min(1).max(300),
    rows: z
      .array(
        z.strictObject({
          line: z.int().positive(),
          name: z.string().min(1).max(200),
          birthDate: known,
          answer: z.string().max(200).optional(),
        }),
      )
      .min(1)
      .max(20_000),
    digest: z.string().max(100).optional(),
    /** Of both sides, for the times of the receipts. */
    clocks,
    receipts: z
      .array(
        z.strictObject({ by: z.string().max(200), at: z.string().max(60), fingerprint: z.string().max(200) }),
      )
      .max(20),
  }),
  certificate: z.strictObject({ ...made, person, death: z.strictObject(fields(deathFields)) }),
  /** Filled in where the remains lie, before they are moved. */
  recovery: z.strictObject({ ...made, clocks, record: z.strictObject(fields(recoveryFields)) }),
  custody: z.strictObject({
    ...made,
    clocks,
    bagCode: z.string().min(1).max(20),
    links: z
      .array(
        z.strictObject({
          from: z.string().max(200),
          to: z.string().max(200),
          place: z.string().max(200),
          givenAt: z.string().max(60),
          givenSeals: z.string().max(600),
          /** Left out while nobody has said that he took it. */
          takenAt: z.string().max(60).optional(),
          takenSeals: z.string().max(600).optional(),
          gaps: z.array(z.string().max(200)).max(10),
        }),
      )
      .max(200),
  }),
  effects: z.strictObject({
    ...made,
    clocks,
    bagCode: z.string().min(1).max(20),
    packet: z.string().min(1).max(40),
    seal: known,
    disc: known,
    packedAt: known,
    items: z
      .array(z.strictObject({ count: z.int().min(1).max(9_999), what: z.string().min(1).max(200) }))
      .max(200),
    complete: z.boolean(),
  }),
  information: z.strictObject({ ...made, person: z.strictObject(fields(informationFields)) }),
  /** Codes for bags that are to be filled; nobody is named, and nobody says who made the sheet. */
  bags: z.strictObject({
    on: civilDate,
    codes: z
      .array(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/))
      .min(1)
      .max(1_000)
      .refine((codes) => new Set(codes).size === codes.length, "a code stands twice"),
  }),
  extract: z.strictObject({
    ...made,
    name: z.string().max(200).optional(),
    returned: z.boolean(),
    day: civilDate.optional(),
    reach: z.string().max(300).optional(),
  }),
};
export type DocumentKind = keyof typeof documentForms;
export type DocumentContent<K extends DocumentKind> = z.infer<(typeof documentForms)[K]>;
export type Person = z.infer<typeof person>;

export const documentKinds = Object.keys(documentForms) as readonly DocumentKind[]; // the keys of the object above
