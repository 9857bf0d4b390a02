import { refuse } from "#base";
import {
  atomFeed,
  digestOf,
  digestPage,
  type Feed,
  type FeedLanguage,
  feedItems,
  jsonFeed,
  pageStyle,
  rssFeed,
} from "#feeds";
import { type Office, processOf, type Room, roomTable } from "#record";
import type { Handlers, Host } from "./host.ts";

type Operations =
  | "readJsonFeed"
  | "readAtomFeed"
  | "readRssFeed"
  | "readDigest"
  | "readDigestPage"
  | "readPageStyle"
  | "readEntry"
  | "readReceipt";

/** The public record as feeds, and proofs of entries. */
export const publicHandlers: Pick<Handlers, Operations> = {
  readJsonFeed: async (host, { params }) => bytesOf(jsonFeed(feedOf(host, params.language, "feed.json"))),
  readAtomFeed: async (host, { params }) => bytesOf(atomFeed(feedOf(host, params.language, "feed.atom"))),
  readRssFeed: async (host, { params }) => bytesOf(rssFeed(feedOf(host, params.language, "feed.rss"))),
  readDigest: async (host, { params: { language, day } }) =>
    bytesOf(digestOf(feedOf(host, language, `digest/${day}`), day)),

  readDigestPage: async (host, { params: { language, day } }) =>
    bytesOf(digestPage({ ...feedOf(host, language, `page/${day}`), language }, day)),
  readPageStyle: async () => bytesOf(pageStyle),

  async readEntry({ registry, store }, { office, params: { room, seq } }) {
    for await (const row of store.read(`${registry.process}/${readable(office, room)}`, seq, 1))
      return row.entry;
    return refuse("api.not_found", {});
  },

  async readReceipt({ registry, store }, { office, params: { room, seq } }) {
    const head = await store.latestCheckpoint(`${registry.process}/${readable(office, room)}`);
    const receipt = head && seq < head.size ? await registry.receipt(room, seq, head) : undefined;
    return receipt ?? refuse("api.not_found", {});
  },
};

// Made anew each time: a public record is some thousands of entries, and feeds are asked for now and then.
function feedOf({ registry, origin }: Host, language: FeedLanguage, file: string): Feed {
  const state = registry.state("public");
  const title = processOf(state)?.title[language] ?? "Parley";
  return {
    title,
    language,
    origin,
    path: `/api/public/${language}/${file}`,
    items: feedItems(state, language),
  };
}

function readable(office: Office, room: Room): Room {
  if (!roomTable[room].readers.includes(office)) refuse("api.not_readable", { room });
  return room;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
