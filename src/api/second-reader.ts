import { z } from "zod";
import { secondAnswer } from "#second-reader";
import type { Operation } from "./contract.ts";

/** A second reading of a report, where this host has it on: the text goes on to the reader that the host names. */
export const secondReaderOperations = {
  readSecondReader: {
    method: "GET",
    path: "/api/second-reader",
    summary: "Whom a text would go to for a second reading; null where this host asks nobody.",
    who: "seat",
    answer: z.strictObject({ to: z.string().nullable() }),
  },
  askSecondReader: {
    method: "POST",
    path: "/api/second-reader",
    summary:
      "Sends a report's text, in UTF-8, to the second reader and answers what it points at: words, without places or numbers. " +
      "Nothing of it is kept.",
    who: "seat",
    takes: "application/octet-stream",
    answer: secondAnswer,
  },
} as const satisfies Record<string, Operation>;
