import { z } from "zod";
import { room } from "#record";
import type { Operation } from "./contract.ts";

const language = z.enum(["en", "uk", "ru", "tr"]);
const inLanguage = z.strictObject({ language });
const entry = z.strictObject({ room, seq: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });

/** The public record for those who follow it by other programs, and what proves one entry of a log. */
export const publicOperations = {
  readJsonFeed: {
    method: "GET",
    path: "/api/public/:language/feed.json",
    summary: "The latest of the public record, as JSON Feed 1.1.",
    who: "anyone",
    params: inLanguage,
    gives: "application/feed+json; charset=utf-8",
  },
  readAtomFeed: {
    method: "GET",
    path: "/api/public/:language/feed.atom",
    summary: "The latest of the public record, as Atom (RFC 4287).",
    who: "anyone",
    params: inLanguage,
    gives: "application/atom+xml; charset=utf-8",
  },
  readRssFeed: {
    method: "GET",
    path: "/api/public/:language/feed.rss",
    summary: "The latest of the public record, as RSS 2.0.",
    who: "anyone",
    params: inLanguage,
    gives: "application/rss+xml; charset=utf-8",
  },
  readDigest: {
    method: "GET",
    path: "/api/public/:language/digest/:day",
    summary: "What the public record received on one day (UTC), as plain text.",
    who: "anyone",
    params: inLanguage.extend({ day: z.iso.date() }),
    gives: "text/plain; charset=utf-8",
  },
  readDigestPage: {
    method: "GET",
    path: "/api/public/:language/page/:day",
    summary: "What the public record received on one day (UTC), as a page without script.",
    who: "anyone",
    params: inLanguage.extend({ day: z.iso.date() }),
    gives: "text/html; charset=utf-8",
  },
  readPageStyle: {
    method: "GET",
    path: "/api/public/page.css",
    summary: "How that page looks.",
    who: "anyone",
    gives: "text/css; charset=utf-8",
  },
  readEntry: {
    method: "GET",
    path: "/api/rooms/:room/entries/:seq",
    summary: "One entry of a room's log, as its exact bytes: the leaf that a receipt proves.",
    who: "anyone",
    params: entry,
    gives: "application/octet-stream",
  },
  readReceipt: {
    method: "GET",
    path: "/api/rooms/:room/entries/:seq/receipt",
    summary: "What proves an entry without the host: a C2SP tlog-proof under the log's newest signed head.",
    who: "anyone",
    params: entry,
    gives: "text/plain; charset=utf-8",
  },
} as const satisfies Record<string, Operation>;
