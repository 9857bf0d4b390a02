import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Say } from "#i18n/screens";
import type { ProcessModel } from "../desk/process.ts";
import type { Queries } from "../desk/queries.ts";
import type { DeskModel } from "../desk/session.ts";
import type { Connection } from "./connection.ts";

type Args<Q extends keyof Queries> = Parameters<Queries[Q]>[1];
type Model<Q extends keyof Queries> = ReturnType<Queries[Q]>;

export type Room = {
  readonly connection: Connection;
  readonly t: Say;
  readonly desk: DeskModel;
  /** Undefined until the founding act has been read. */
  readonly process: ProcessModel | undefined;
};

const Here = createContext<Room | undefined>(undefined);

export function DeskProvider({ room, children }: { readonly room: Room; readonly children: ReactNode }) {
  return <Here value={room}>{children}</Here>;
}

/** The desk, the reader's language and the process, wherever one stands. */
export function useDesk(): Room {
  const room = useContext(Here);
  if (!room) throw new Error("There is no desk above this component.");
  return room;
}

/** The process; only for views that are shown once it has been read. */
export function useProcess(): ProcessModel {
  const { process } = useDesk();
  if (!process) throw new Error("This view is shown before the founding act has been read.");
  return process;
}

/** The answer to a question, kept current; undefined until the first has come. */
export function useQuery<Q extends keyof Queries>(name: Q, args: Args<Q>): Model<Q> | undefined {
  const { connection } = useDesk();
  return useWatched<Model<Q>>(connection, name, args);
}

export function useWatched<M>(connection: Connection, name: string, args: unknown): M | undefined {
  const key = JSON.stringify(args ?? null);
  const [held, setHeld] = useState<{ readonly of: string; readonly model: M }>();
  const of = `${name} ${key}`;
  useEffect(() => {
    const asked: unknown = JSON.parse(key);
    // the desk answers a question by its own type
    return connection.watch(name, asked ?? undefined, (model) =>
      setHeld({ of: `${name} ${key}`, model: model as M }),
    );
  }, [connection, name, key]);
  return held?.of === of ? held.model : undefined;
}
