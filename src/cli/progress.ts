/** A bar on the terminal for work that takes long; silent where the output is not a terminal. */
export function progressBar(wanted: boolean): { show(done: number, of: number): void; end(): void } {
  const screen = process.stderr;
  if (!wanted || !screen.isTTY) return { show: () => {}, end: () => {} };
  const width = 30;
  return {
    show: (done, of) => {
      const filled = of === 0 ? width : Math.round((done / of) * width);
      screen.write(`\r[${"#".repeat(filled)}${"·".repeat(width - filled)}] ${done}/${of}`);
    },
    end: () => screen.write(`\r${" ".repeat(width + 24)}\r`),
  };
}

/** A line on the terminal for work whose length nobody knows; silent where the output is not a terminal. */
export function progressLine(wanted: boolean, say: (done: number) => string) {
  const screen = process.stderr;
  if (!wanted || !screen.isTTY) return { show: () => {}, end: () => {} };
  return {
    show: (done: number) => screen.write(`\r${say(done)}\u001b[K`),
    end: () => screen.write("\r\u001b[K"),
  };
}
