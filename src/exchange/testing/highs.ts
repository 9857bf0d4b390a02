import loader, { type Highs } from "highs";

/** HiGHS in WebAssembly. */
export function loadHighs(): Promise<Highs> {
  // the package declares its types for CommonJS, where a default import is the whole module
  const load = loader as unknown as (typeof loader)["default"];
  return load();
}
