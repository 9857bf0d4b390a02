export {
  type DocumentKind,
  deathFields,
  documentKinds,
  healths,
  personFields,
} from "./forms.ts";
export { makeDocument, type Unfit } from "./make.ts";
export { type Faces, faceParts } from "./paper.ts";
export { makeTeamPack } from "./team-pack.ts";
export { makeTruceSheet } from "./truce-sheet.ts";
