import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** Something that a view leaves going when its page is left. */
export type Going = { readonly end: () => void };

const Here = createContext<Map<string, Going>>(new Map());

/** What views keep in this page while one desk is open; it ends with the desk, and nothing of it is written down. */
export function Kept({ desk, children }: { readonly desk: string; readonly children: ReactNode }) {
  const [all, setAll] = useState({ desk, going: new Map<string, Going>() });
  if (all.desk !== desk) setAll({ desk, going: new Map() });
  const { going } = all;
  useEffect(
    () => () => {
      for (const one of going.values()) one.end();
      going.clear();
    },
    [going],
  );
  return <Here value={going}>{children}</Here>;
}

export function useKept(): Map<string, Going> {
  return useContext(Here);
}
