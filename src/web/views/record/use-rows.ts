import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import type { RecordFilter, RecordListModel, RecordRow } from "./list-query.ts";

const page = 100;

type Held = {
  readonly of: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly RecordRow[]>;
};

/** The rows in sight, asked of the desk page by page and kept current; never the whole list. */
export function useRows(filter: RecordFilter, first: number, last: number) {
  const { connection, t } = useDesk();
  const [held, setHeld] = useState<Held>();
  const of = JSON.stringify([filter, t.language]);
  const from = Math.floor(Math.max(0, first) / page);
  const to = Math.floor(Math.max(0, last) / page);
  useEffect(() => {
    const [asked] = JSON.parse(of) as readonly [RecordFilter]; // as it was written above
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const stops = numbers.map((number) =>
      connection.watch("record.list", { filter: asked, from: number * page, count: page }, (answer) => {
        const model = answer as RecordListModel | undefined; // the desk answers a question by its own type
        if (model) setHeld((before) => taken(before, of, numbers, number, model));
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection, of, from, to]);
  const current = held?.of === of ? held : undefined;
  return {
    total: current?.total,
    rowAt: (i: number): RecordRow | undefined => current?.pages.get(Math.floor(i / page))?.[i % page],
  };
}

// What is out of sight is let go: it may have moved by the time it is seen again.
function taken(
  before: Held | undefined,
  of: string,
  inSight: readonly number[],
  number: number,
  { total, rows }: RecordListModel,
): Held {
  const kept = before?.of === of ? [...before.pages].filter(([one]) => inSight.includes(one)) : [];
  return { of, total, pages: new Map([...kept, [number, rows]]) };
}
