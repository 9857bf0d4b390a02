import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import type { KeptReport } from "./kept-report.ts";
import type { ReadingModel } from "./query.ts";

export type SetReport = (change: Partial<KeptReport> | ((before: KeptReport) => Partial<KeptReport>)) => void;

/** The report on this desk: what this device has kept of the last visit, and every change of it kept again. */
export function useKeptReport(parties: ReadingModel["parties"]) {
  const { connection, t } = useDesk();
  const [report, setReport] = useState<KeptReport>();
  const empty = (): KeptReport => ({
    name: t("reading.pasted"),
    text: "",
    language: "told",
    source: { kind: "news", publisher: "", title: "", published: "", url: "" },
    occasion: "",
    aliases: report?.aliases ?? Object.fromEntries(parties.map(({ office }) => [office, ""])),
    digest: undefined,
    items: [],
    leftOut: undefined,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is asked for once
  useEffect(() => {
    void connection.call("keptReport", undefined).then((kept) => setReport(kept ?? empty()));
  }, [connection]);
  useEffect(() => {
    if (report) void connection.call("keepReport", report);
  }, [connection, report]);
  const set: SetReport = (change) =>
    setReport((before) =>
      before ? { ...before, ...(typeof change === "function" ? change(before) : change) } : before,
    );
  return { report, set, putAway: () => setReport(empty()) };
}
