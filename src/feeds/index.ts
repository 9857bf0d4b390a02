export { atomFeed, digestOf, type Feed, jsonFeed, rssFeed } from "./formats.ts";
export { type FeedItem, type FeedLanguage, feedItems } from "./items.ts";
export { digestPage, pageStyle } from "./page.ts";
