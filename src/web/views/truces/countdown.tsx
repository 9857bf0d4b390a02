import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Mark } from "../../design/index.ts";

/** How long until a truce begins or ends, by this machine's clock; nothing once it is over. */
export function Countdown({
  start,
  end,
}: {
  readonly start: number | undefined;
  readonly end: number | undefined;
}) {
  const { t } = useDesk();
  const now = useNow();
  const until = start !== undefined && now < start ? start : end;
  if (until === undefined || until <= now) return null;
  const minutes = Math.ceil((until - now) / 60_000);
  const left = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return <Mark weight="firm">{t(until === start ? "truces.until_start" : "truces.until_end", left)}</Mark>;
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
