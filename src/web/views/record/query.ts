import { recordAct } from "./act-query.ts";
import { recordChoices, recordList } from "./list-query.ts";
import { recordQueue } from "./queue-query.ts";

export const recordQueries = {
  "record.list": recordList,
  "record.choices": recordChoices,
  "record.act": recordAct,
  "record.queue": recordQueue,
} as const;
