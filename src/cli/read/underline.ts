/** A piece of the text that is to be underlined. */
export type Marked = { readonly start: number; readonly end: number };

const width = 96;
/** Characters that a terminal would take for orders. */
const control = /[\p{Cc}\p{Cf}]/gu;

/** A paragraph in lines of at most 96 columns; below each line that has marked words, their underline. */
export function underlined(paragraph: string, at: number, marks: readonly Marked[]): string[] {
  const lines: string[] = [];
  for (let from = 0; from < paragraph.length; ) {
    let to = Math.min(paragraph.length, from + width);
    if (to < paragraph.length) {
      const space = paragraph.lastIndexOf(" ", to);
      if (space > from) to = space;
    }
    const line = paragraph.slice(from, to).replace(control, " ");
    lines.push(line);
    const under = Array.from(line, (_, i) =>
      marks.some(({ start, end }) => start <= at + from + i && at + from + i < end) ? "‾" : " ",
    )
      .join("")
      .trimEnd();
    if (under !== "") lines.push(under);
    from = to + (paragraph[to] === " " ? 1 : 0);
  }
  return lines;
}
