/** How much of so many CPU seconds of this thread is spent. */
export function spentOf(seconds: number): () => number {
  const from = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1e6 / seconds;
  };
}
