import { useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { scriptAddress } from "../../app/trusted.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { Asked, FromReader, Read, ToReader } from "./engine/protocol.ts";
import address from "./engine/worker.ts?worker&url";

const kinds: ReadonlySet<FromReader["kind"]> = new Set(["opened", "read", "pointed", "refused", "failed"]);

export type Reading =
  | { readonly is: "none" | "running" | "failed" }
  | { readonly is: "refused"; readonly refusal: Refusal };

/** Opens and reads texts in a thread of its own, which ends with the page. Nothing is asked of the network. */
export function useReader() {
  const { connection } = useDesk();
  const [reading, setReading] = useState<Reading>({ is: "none" });
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const end = (how: Reading) => {
    worker.current?.terminate();
    worker.current = undefined;
    setReading(how);
  };
  const ask = (message: ToReader, onAnswer: (answer: FromReader) => void) => {
    worker.current?.terminate();
    const own = new Worker(scriptAddress(address), { type: "module" });
    worker.current = own;
    setReading({ is: "running" });
    own.addEventListener("error", () => end({ is: "failed" }));
    own.addEventListener("message", ({ data }: MessageEvent<FromReader>) => {
      if (worker.current !== own) return;
      // what reads PDF says things of its own to whoever began its thread
      if (!kinds.has(data.kind)) return;
      if (data.kind === "failed") return end({ is: "failed" });
      if (data.kind === "refused") {
        void connection
          .call("sayReaderProblem", data.problem)
          .then((refusal) => end({ is: "refused", refusal }));
        return;
      }
      end({ is: "none" });
      onAnswer(data);
    });
    own.postMessage(message);
  };
  return {
    reading,
    open: (name: string, bytes: Uint8Array, onOpened: (text: string) => void) =>
      ask({ kind: "open", name, bytes }, (answer) => {
        if (answer.kind === "opened") onOpened(answer.text);
      }),
    read: (asked: Asked, onRead: (read: Read) => void) =>
      ask({ kind: "read", ...asked }, (answer) => {
        if (answer.kind === "read") onRead(answer);
      }),
    point: (
      asked: Asked,
      pointed: Extract<ToReader, { kind: "point" }>["pointed"],
      onPointed: (found: Extract<FromReader, { kind: "pointed" }>) => void,
    ) =>
      ask({ kind: "point", ...asked, pointed }, (answer) => {
        if (answer.kind === "pointed") onPointed(answer);
      }),
    stop: () => end({ is: "none" }),
  };
}
