import { toBase64 } from "#ledger";
import type { Envelope } from "#replica";
import { sqliteBackend } from "#store/testing";
import { Sessions } from "../http/sessions.ts";
import { HttpHost } from "./http-host.ts";
import { SignedProcess } from "./signed-process.ts";

/** A founded process on a place of its own, served over HTTP inside the test's process. */
export type Served = {
  readonly process: SignedProcess;
  readonly host: HttpHost;
  end(): Promise<void>;
};

export async function served(): Promise<Served> {
  const place = await sqliteBackend.place();
  const process = await SignedProcess.founded(await place.open());
  const start = process.now; // hours pass between acts; the sessions of those who speak do not end meanwhile
  const host = await HttpHost.of(process, {
    sessions: new Sessions(process.store, process.process, () => start),
  });
  return {
    process,
    host,
    end: async () => {
      await host.close();
      await process.store.close();
      await place.remove();
    },
  };
}

/** The body with which an envelope is posted. */
export function bodyOf({ act, signatures }: Envelope) {
  return { act: toBase64(act), signatures };
}
