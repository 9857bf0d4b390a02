import { useState } from "react";

/** The latest answer that there was: while a narrowed question is being answered, the page does not go empty. */
export function useKept<M>(model: M | undefined): M | undefined {
  const [kept, setKept] = useState(model);
  if (model !== undefined && model !== kept) setKept(model);
  return model ?? kept;
}
