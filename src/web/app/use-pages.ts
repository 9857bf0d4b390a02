import { useEffect, useState } from "react";
import type { Sight } from "../design/index.ts";
import { useDesk } from "./desk-context.tsx";

const page = 100;

type Held<Row> = {
  readonly of: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
};

/** Rows of a long table: how many there are, once it is known, and those that are there. */
type Rows<Row> = {
  readonly total: number | undefined;
  readonly rowAt: (place: number) => Row | undefined;
};

/** The rows in sight, asked of the desk page by page and kept current; never the whole list. */
export function usePages<Row>(
  question: "record.list" | "lists.lines",
  asked: object,
  { first, last }: Sight,
): Rows<Row> {
  const { connection, t } = useDesk();
  const [held, setHeld] = useState<Held<Row>>();
  const of = JSON.stringify([asked, t.language]);
  const from = Math.floor(Math.max(0, first) / page);
  const to = Math.floor(Math.max(0, last) / page);
  useEffect(() => {
    const [again] = JSON.parse(of) as readonly [object]; // as it was written above
    const inSight = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const stops = inSight.map((number) =>
      connection.watch(question, { ...again, from: number * page, count: page }, (answer) => {
        const model = answer as { readonly total: number; readonly rows: readonly Row[] } | undefined; // by the question's own type
        if (!model) return;
        setHeld((before) => {
          // what is out of sight is let go: it may have moved by the time it is seen again
          const kept = before?.of === of ? [...before.pages].filter(([one]) => inSight.includes(one)) : [];
          return { of, total: model.total, pages: new Map([...kept, [number, model.rows]]) };
        });
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection, question, of, from, to]);
  const current = held?.of === of ? held : undefined;
  return {
    total: current?.total,
    rowAt: (place) => current?.pages.get(Math.floor(place / page))?.[place % page],
  };
}
