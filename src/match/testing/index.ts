export { inventedLists } from "./invented.ts";
