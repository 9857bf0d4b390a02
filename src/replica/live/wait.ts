/** Waits, or less where the signal ends it. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}

const firstMs = 500;
const longestMs = 30_000;

/** How long to wait before trying again after so many failures: doubling up to half a minute, spread by `random` (0 to 1). */
export function backOff(failures: number, random: number): number {
  const most = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10));
  return most / 2 + (most / 2) * random;
}
