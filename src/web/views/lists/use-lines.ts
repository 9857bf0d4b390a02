import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import type { LineFilter, LineRow, LinesModel } from "./one-query.ts";

const page = 100;

type Held = {
  readonly of: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly LineRow[]>;
};

/** The lines in sight, asked of the desk page by page and kept current; never the whole list. */
export function useLines(list: string, filter: LineFilter, first: number, last: number) {
  const { connection, t } = useDesk();
  const [held, setHeld] = useState<Held>();
  const of = JSON.stringify([list, filter, t.language]);
  const from = Math.floor(Math.max(0, first) / page);
  const to = Math.floor(Math.max(0, last) / page);
  useEffect(() => {
    const [asked, narrowed] = JSON.parse(of) as readonly [string, LineFilter]; // as it was written above
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const stops = numbers.map((number) =>
      connection.watch(
        "lists.lines",
        { list: asked, filter: narrowed, from: number * page, count: page },
        (answer) => {
          const model = answer as LinesModel | undefined; // the desk answers a question by its own type
          if (model)
            setHeld((before) => {
              const kept =
                before?.of === of ? [...before.pages].filter(([one]) => numbers.includes(one)) : [];
              return { of, total: model.total, pages: new Map([...kept, [number, model.rows]]) };
            });
        },
      ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection, of, from, to]);
  const current = held?.of === of ? held : undefined;
  return {
    total: current?.total,
    rowAt: (i: number): LineRow | undefined => current?.pages.get(Math.floor(i / page))?.[i % page],
  };
}
