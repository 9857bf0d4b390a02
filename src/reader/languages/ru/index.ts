export { uk as ru } from "../uk/index.ts";
