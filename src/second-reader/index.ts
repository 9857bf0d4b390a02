export { askSecond } from "./ask.ts";
export { type Endpoint, endpointOf, nameOf } from "./endpoint.ts";
export { type SecondAnswer, secondAnswer } from "./form.ts";
