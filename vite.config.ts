import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { type LandTopology, landOf } from "./src/web/map/land.ts";

/** Takes the translators' notes out of the English catalogues: a browser needs the words only. */
function wordsOnly(): Plugin {
  return {
    name: "parley-words-only",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/i18n\/(screens\/\w+\/)?en\.json$/.test(id)) return undefined;
      const all = Object.entries(JSON.parse(code) as Record<string, { readonly text: string }>); // as the tests of i18n hold
      const words = Object.fromEntries(all.map(([key, { text }]) => [key, { text }]));
      return { code: JSON.stringify(words), map: null };
    },
  };
}

/** The outline of land as a file of the app: `virtual:land` is its address. */
function landFile(): Plugin {
  const topology = fileURLToPath(import.meta.resolve("world-atlas/land-50m.json"));
  return {
    name: "parley-land",
    resolveId: (id) => (id === "virtual:land" ? "\0virtual:land" : undefined),
    load(id) {
      if (id !== "\0virtual:land") return undefined;
      const land = landOf(JSON.parse(readFileSync(topology, "utf8")) as LandTopology); // of the package's own file
      const file = this.emitFile({ type: "asset", name: "land.json", source: JSON.stringify(land) });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

/** Lists the built files for offline.ts, which keeps them in the browser. */
function fileList(): Plugin {
  return {
    name: "parley-file-list",
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
      const source = JSON.stringify([...files.map((name) => `/${name}`), "/icon.svg"]);
      this.emitFile({ type: "asset", fileName: "files.json", source });
    },
  };
}

const source = (path: string) => fileURLToPath(new URL(`src/web/${path}`, import.meta.url));

export default defineConfig({
  root: source(""), // absolute: the app is built from any working folder
  plugins: [wordsOnly(), landFile(), react(), fileList()],
  worker: { format: "es", plugins: () => [wordsOnly()] },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2024",
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: source("index.html"), offline: source("offline/offline.ts") },
      // the worker keeps its address: a browser asks for it by name
      output: {
        entryFileNames: ({ name }) => (name === "offline" ? "offline.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
