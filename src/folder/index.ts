export { cloneInto, importInto } from "./clone.ts";
export {
  createFolder,
  type DataFolder,
  folderFile,
  openStore,
  parseJson,
  readFolder,
  storeSource,
} from "./data-folder.ts";
export { type ExportSource, openExport, writeExport } from "./export.ts";
export {
  cosignerOf,
  type KeyFile,
  keyUses,
  newKeyFile,
  readKeyFile,
  signingKeyOf,
  writeKeyFile,
} from "./key-file.ts";
export { createSetUpFolder, isFounded, keepSetUp, readSetUp, settleFolder } from "./set-up-folder.ts";
export { verifyExportFiles } from "./verify-files.ts";
