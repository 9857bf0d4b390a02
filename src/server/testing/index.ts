export { refusalOf, SignedProcess } from "./signed-process.ts";
