/** Draws docs/picture/terminal.svg from the lines of docs/picture/terminal.txt: `npx node scripts/picture.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "docs", "picture");
const source = join(folder, "terminal.txt");
const picture = join(folder, "terminal.svg");

const columns = 104;
// pixels; a character of the usual monospace fonts is 0.6 of their size wide
const size = 14;
const column = size * 0.602;
const row = 20;
const margin = 20;
const bar = 34;

/** An SVG of a terminal with these lines as real text; longer ones are broken as a terminal breaks them. */
function terminalSvg(lines: readonly string[]): string {
  const rows = lines.flatMap(broken);
  const width = Math.ceil(columns * column + 2 * margin);
  const height = bar + rows.length * row + margin;
  const texts = rows.map((line, i) => {
    const kind = line.startsWith("$ ") ? ' class="said"' : "";
    return `<text xml:space="preserve" x="${margin}" y="${bar + (i + 0.8) * row}"${kind}>${escaped(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A terminal with the output of parley">
<style>
  rect { fill: #ffffff; stroke: #c9ced6 }
  circle { fill: #c9ced6 }
  text { font: ${size}px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #24292f }
  .said { font-weight: 700 }
  @media (prefers-color-scheme: dark) {
    rect { fill: #14171c; stroke: #3a414b }
    circle { fill: #3a414b }
    text { fill: #dfe3e8 }
  }
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${[0, 1, 2].map((i) => `<circle cx="${margin + 2 + i * 18}" cy="17" r="5.5"/>`).join("")}
${texts.join("\n")}
</svg>
`;
}

/** The picture as it should be, from the lines that are kept beside it; and as it lies there. */
export function drawn(): string {
  return terminalSvg(readFileSync(source, "utf8").trimEnd().split("\n"));
}

export function kept(): string {
  return readFileSync(picture, "utf8");
}

function broken(line: string): readonly string[] {
  const rows: string[] = [];
  for (let at = 0; at === 0 || at < line.length; at += columns) rows.push(line.slice(at, at + columns));
  return rows;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

if (import.meta.main) writeFileSync(picture, drawn());
