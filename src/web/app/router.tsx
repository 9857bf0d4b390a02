import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { RouterProvider } from "react-aria-components";

type Place = { readonly path: string; readonly go: (path: string) => void };
const Current = createContext<Place>({ path: "/", go: () => {} });

/** Keeps the page's place in the address bar; links and the browser's buttons both move it. */
export function Router({ children }: { readonly children: ReactNode }) {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const place = useMemo<Place>(
    () => ({
      path,
      go: (to) => {
        const { hash } = new URL(to, location.origin);
        if (to !== location.pathname + location.hash) history.pushState(null, "", to);
        setPath(location.pathname);
        if (hash === "") scrollTo(0, 0);
      },
    }),
    [path],
  );
  return (
    <RouterProvider navigate={place.go}>
      <Current value={place}>{children}</Current>
    </RouterProvider>
  );
}

export function usePlace(): Place {
  return useContext(Current);
}

/** The parts of a path after its first: `/proposals/x/y` is ["proposals", "x", "y"]. */
export function partsOf(path: string): readonly string[] {
  return path
    .split("/")
    .filter((part) => part !== "")
    .map((part) => decodeURIComponent(part));
}
