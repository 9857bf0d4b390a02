import type { Problem } from "#base";
import { sayProblem, type Translate } from "#i18n";

/** Where a command writes: lines for a person, or one JSON value for a program. */
export type Output = {
  readonly json: boolean;
  line(text?: string): void;
  /** The command's whole answer as data; printed only with --json. */
  data(value: unknown): void;
};

export function standardOutput(json: boolean): Output {
  return {
    json,
    line: (text = "") => {
      if (!json) process.stdout.write(`${text}\n`);
    },
    data: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
    },
  };
}

/** A problem on standard error: in the reader's words, or, for programs, as the catalogue has it. */
export function printProblem(refused: Problem, json: boolean, t: Translate): void {
  const { code, status, title, detail, details } = refused;
  const said = sayProblem(t, refused);
  if (json)
    process.stderr.write(`${JSON.stringify({ code, status, title, detail, details }, undefined, 2)}\n`);
  else process.stderr.write(`${said.title}\n${said.detail}\n(${code})\n`);
}

/** Breaks text into lines of at most `width` columns, each after the first indented. */
export function wrap(text: string, indent: string, width = 100): string {
  const words = text.replaceAll("\n", " ").split(" ");
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}
