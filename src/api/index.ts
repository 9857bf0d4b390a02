export { Client, RefusedByServer } from "./client.ts";
export { contract, type Operation, type OperationName } from "./contract.ts";
export { openApi, sessionCookie } from "./openapi.ts";
export { problemMedia, wireProblem } from "./problem.ts";
export {
  type SetUpDraft,
  type SetUpOperationName,
  type SetUpView,
  setUpDraft,
  setUpOperations,
} from "./set-up.ts";
