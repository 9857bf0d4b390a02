/** Lines of a list as they are typed, "1-20, 25": each line once, in order; undefined where the text is none. */
export function linesOf(text: string): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(/[,;\s]+/).filter((one) => one !== "")) {
    const [, from, to = from] = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part) ?? [];
    if (from === undefined || Number(from) < 1 || Number(to) < Number(from) || Number(to) > 100_000)
      return undefined;
    if (Number(to) - Number(from) >= mostLines) return undefined;
    for (let line = Number(from); line <= Number(to); line++) found.add(line);
  }
  return found.size > 0 && found.size <= mostLines ? [...found].sort((one, other) => one - other) : undefined;
}

/** As many persons as one manifest holds. */
const mostLines = 400;
