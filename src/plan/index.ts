export { engine } from "./engine.ts";
export { boundOf } from "./orienteering/bound/bound.ts";
export { checkToptw, type Fault } from "./orienteering/check/check-toptw.ts";
export type { Instance, Orienteering, Routes } from "./orienteering/orienteering.ts";
export { type Found, planOrienteering } from "./orienteering/plan-orienteering.ts";
export { readToptw } from "./orienteering/read-toptw.ts";
export * from "./truce/index.ts";
