import { codesMeantBy, known } from "#record";
import type { Action } from "./action.ts";

/** What somebody scanned or typed: a bag's code, with its container where one was recorded; or that it is misread. */
type ReadBag = { readonly code: string; readonly container: string | undefined } | "misread";

const readBagCode: Action<string, ReadBag> = async (desk, typed) => {
  const state = desk.at()?.state;
  const meant = codesMeantBy(typed);
  const byCode = new Map(
    [...(state?.forensic.containers.keys() ?? [])].map((id) => [
      state && known(state, id, "forensic.container_recorded").act.payload.code,
      id,
    ]),
  );
  const here = meant.find((one) => byCode.has(one));
  const code = here ?? meant[0];
  return code === undefined ? "misread" : { code, container: byCode.get(code) };
};

export const bagActions = { readBagCode } as const;
