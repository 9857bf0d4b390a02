import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Faces, faceParts } from "#documents";

/** The letters with which papers are written. */
export async function faces(): Promise<Faces> {
  const read = (weight: number) =>
    Promise.all(
      faceParts.map((part) => {
        const file = `@fontsource/noto-sans/files/noto-sans-${part}-${weight}-normal.woff`;
        return readFile(fileURLToPath(import.meta.resolve(file)));
      }),
    );
  return { plain: await read(400), bold: await read(700) };
}
