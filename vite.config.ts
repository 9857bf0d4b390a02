import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

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
  root: "src/web",
  plugins: [wordsOnly(), react(), fileList()],
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
