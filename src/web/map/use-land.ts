import address from "virtual:land";
import { useEffect, useState } from "react";
import type { Land } from "./land.ts";

/** The outline of land, from this host; undefined until it has come. */
export function useLand(): Land | undefined {
  const [land, setLand] = useState<Land>();
  useEffect(() => {
    const own = new AbortController();
    fetch(address, { signal: own.signal })
      .then((answer) => answer.json())
      .then((read: Land) => setLand(read))
      .catch(() => {}); // without it the graticule stands alone
    return () => own.abort();
  }, []);
  return land;
}
