export { uk as tr } from "../uk/index.ts";
