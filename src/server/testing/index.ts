export { keyFor, refusalOf, SignedProcess, type Words } from "./signed-process.ts";
export { bodies, issue, round } from "./words.ts";
