import { z } from "zod";
import { actId, blobRef, bytes32 } from "../act/act.ts";
import { line } from "../act/text.ts";
import { civilDate } from "../act/time.ts";
import type { recordRef } from "./record-ref.ts";

/** Whom a list names. */
export const listKind = z.enum(["held", "missing", "dead", "returned", "wanted"]);

/** The most lines of one list. */
export const mostLines = 50_000;

const lineNumber = z.int().min(1).max(mostLines);

export type RecordRef = z.infer<typeof recordRef>;

/** What the other side says of a line; a line of which it has said nothing has no answer. */
export const lineAnswer = z.enum([
  "acknowledged",
  "corrected",
  "disputed",
  "already_returned",
  "not_ours",
  "no_information",
]);
export type LineAnswer = z.infer<typeof lineAnswer>;

export const lineReason = z.enum([
  "no_such_person",
  "another_person",
  "data_differ",
  "named_twice",
  "returned_earlier",
  "other_side",
  "civilian",
  "died",
]);

const text = () => line(300).optional();

const answered = z.strictObject({
  line: lineNumber,
  answer: lineAnswer,
  reason: lineReason.optional(),
  /** Fields as the answering side has them. */
  corrected: z
    .strictObject({
      surname: text(),
      given: text(),
      patronymic: text(),
      written: text(),
      born: text(),
      rank: text(),
      unit: text(),
      number: text(),
      place: text(),
      date: text(),
      remark: text(),
    })
    .optional(),
  words: line(300).optional(),
});

/** Answers to the lines from one on of the version before, said again of as many lines of this one. */
const takenOver = z.strictObject({ from: lineNumber, line: lineNumber, lines: lineNumber });

export const listActs = {
  /** Binds a side to a list that it will show when the other side has bound itself too; shows nothing but its padded size. */
  "list.committed": z.strictObject({
    kind: listKind,
    title: line(),
    /** What both sides call this exchange of lists. */
    round: line(120),
    root: bytes32,
    /** The tree has 2 to the power of this many leaves. */
    height: z.int().min(6).max(40),
    agreement: actId.optional(),
  }),
  /** Shows the list that was committed to; from then on it is verified as any other. */
  "list.revealed": z.strictObject({
    commitment: actId,
    content: blobRef,
    answersBy: civilDate.optional(),
  }),
  /** A list, or a later version of one. */
  "list.submitted": z.strictObject({
    kind: listKind,
    title: line(),
    content: blobRef,
    replaces: actId.optional(),
    answersBy: civilDate.optional(),
    agreement: actId.optional(),
  }),
  /** What the other side says of some lines; of one line its latest word counts. */
  "list.lines_answered": z.strictObject({
    list: actId,
    answers: z.array(answered).max(100),
    takenOver: z.array(takenOver).min(1).max(1_000).optional(),
  }),
  /** A side's signature on a version with the answers to it that the signer has read. */
  "list.version_signed": z.strictObject({
    list: actId,
    /** How many acts of answers he has read. */
    answersRead: z.int().nonnegative(),
  }),
};
