import "../../desk/no-eval.ts";
import plain2 from "@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url";
import bold2 from "@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url";
import plain1 from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url";
import bold1 from "@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url";
import plain3 from "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url";
import bold3 from "@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url";
import type { DocumentKind, Faces, Unfit } from "#documents";
import { type Language, loadScreens } from "#i18n/screens";
import { saveFile } from "../../app/save-file.ts";

/** Makes a document here and gives it to the reader; what writes PDF is fetched when it is first asked for. */
export async function makeAndSave(
  kind: DocumentKind,
  content: unknown,
  language: Language,
): Promise<{ readonly name: string } | Unfit> {
  const [{ makeDocument }, t, faces] = await Promise.all([
    import("#documents"),
    loadScreens(language),
    faceFiles(),
  ]);
  const made = await makeDocument(kind, content, t, faces);
  if ("where" in made) return made;
  const name = `${kind}-${language}.pdf`;
  saveFile(name, new Blob([new Uint8Array(made)], { type: "application/pdf" }));
  return { name };
}

/** The letters with which papers are written. */
export async function faceFiles(): Promise<Faces> {
  const [plain, bold] = await Promise.all([files([plain1, plain2, plain3]), files([bold1, bold2, bold3])]);
  return { plain, bold };
}

function files(addresses: readonly string[]): Promise<readonly Uint8Array[]> {
  return Promise.all(
    addresses.map(async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer())),
  );
}
