/** Words in at most `most` lines of about `width` characters; what does not fit ends in an ellipsis. */
export function wrapped(words: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => shortened(line, width));
  const last = kept.at(-1);
  if (lines.length > most && last !== undefined)
    kept[most - 1] = shortened(`${last}…`.padEnd(width + 1, "…"), width);
  return kept;
}

function shortened(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 1).replace(/…+$/, "")}…`;
}
