import type { FeedItem } from "./items.ts";

export type Feed = {
  readonly title: string;
  readonly language: string;
  /** Where the app is found: https://talks.example. */
  readonly origin: string;
  /** The feed's own path. */
  readonly path: string;
  readonly items: readonly FeedItem[];
};

const most = 50;

export const pageOf = ({ origin }: Feed, { id }: FeedItem): string => `${origin}/record/${id}`;
/** The receipt that proves the entry: its place in a log whose head is signed. */
export const proofOf = ({ origin }: Feed, { seq }: FeedItem): string =>
  `${origin}/api/rooms/public/entries/${seq}/receipt`;

/** JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const { title, language, origin, path, items } = feed;
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    language,
    home_page_url: `${origin}/`,
    feed_url: `${origin}${path}`,
    items: items.slice(0, most).map((item) => ({
      id: `urn:parley:${item.id}`,
      url: pageOf(feed, item),
      title: item.title,
      content_text: item.text,
      language: item.language,
      authors: [{ name: item.author }],
      date_published: instant(item.published),
      date_modified: instant(item.updated),
      attachments: [{ url: proofOf(feed, item), mime_type: "text/plain", title: "proof" }],
    })),
  });
}

/** Atom (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { title, language, origin, path, items } = feed;
  const shown = items.slice(0, most);
  const updated = Math.max(0, ...shown.map((one) => one.updated));
  const entries = shown.map(
    (item) => `<entry>
<id>urn:parley:${item.id}</id>
<title>${escaped(item.title)}</title>
<author><name>${escaped(item.author)}</name></author>
<published>${instant(item.published)}</published>
<updated>${instant(item.updated)}</updated>
<link rel="alternate" type="text/html" href="${escaped(pageOf(feed, item))}"/>
<link rel="related" type="text/plain" title="proof" href="${escaped(proofOf(feed, item))}"/>
<content type="text" xml:lang="${item.language}">${escaped(item.text)}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escaped(`${origin}${path}`)}</id>
<title>${escaped(title)}</title>
<updated>${instant(updated)}</updated>
<link rel="self" href="${escaped(`${origin}${path}`)}"/>
<link rel="alternate" type="text/html" href="${escaped(`${origin}/`)}"/>
${entries.join("\n")}
</feed>
`;
}

/** RSS 2.0. */
export function rssFeed(feed: Feed): string {
  const { title, language, origin, path, items } = feed;
  const entries = items.slice(0, most).map(
    (item) => `<item>
<guid isPermaLink="false">urn:parley:${item.id}</guid>
<title>${escaped(item.title)}</title>
<dc:creator>${escaped(item.author)}</dc:creator>
<link>${escaped(pageOf(feed, item))}</link>
<atom:link rel="related" type="text/plain" title="proof" href="${escaped(proofOf(feed, item))}"/>
<pubDate>${new Date(item.published).toUTCString()}</pubDate>
<description>${escaped(item.text)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escaped(title)}</title>
<link>${escaped(`${origin}/`)}</link>
<description>${escaped(title)}</description>
<language>${language}</language>
<atom:link rel="self" type="application/rss+xml" href="${escaped(`${origin}${path}`)}"/>
${entries.join("\n")}
</channel>
</rss>
`;
}

/** What was received on one day (UTC), as plain text: for a notice board, or a message of the day. */
export function digestOf(feed: Feed, day: string): string {
  const items = feed.items.filter(({ published }) => instant(published).startsWith(day)).toReversed();
  const parts = items.map((item) =>
    [
      `${instant(item.published).slice(11, 16)} UTC · ${item.title}`,
      indented(item.text),
      pageOf(feed, item),
    ].join("\n"),
  );
  return [`${feed.title} · ${day}`, ...parts, ""].join("\n\n");
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}

export function instant(at: number): string {
  return new Date(at).toISOString();
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// Of what XML 1.0 forbids, two code points alone can stand in the record's texts (rule RC13).
export function escaped(text: string): string {
  return text.replaceAll(/[\ufffe\uffff]/g, "\ufffd").replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? "");
}
