import { sayDay, translator } from "#i18n";
import { escaped, type Feed, instant, pageOf, proofOf } from "./formats.ts";
import type { FeedItem, FeedLanguage } from "./items.ts";

const names: Readonly<Record<FeedLanguage, string>> = {
  en: "English",
  uk: "Українська",
  ru: "Русский",
  tr: "Türkçe",
};
const dayMs = 86_400_000;

/** What was received on one day (UTC) as a page of HTML: no script, nothing from elsewhere, each entry with its proof. */
export function digestPage(feed: Feed & { readonly language: FeedLanguage }, day: string): string {
  const t = translator(feed.language);
  const items = feed.items.filter(({ published }) => instant(published).startsWith(day)).toReversed();
  const at = Date.parse(day);
  const beside = (days: number, label: string) => {
    const other = instant(at + days * dayMs).slice(0, 10);
    return `<a href="${other}" rel="${days < 0 ? "prev" : "next"}">${escaped(label)}</a>`;
  };
  const tongues = Object.entries(names).map(([code, name]) =>
    code === feed.language
      ? `<strong lang="${code}">${name}</strong>`
      : `<a href="/api/public/${code}/page/${day}" lang="${code}" hreflang="${code}">${name}</a>`,
  );
  const title = escaped(`${feed.title} · ${day}`);
  return `<!doctype html>
<html lang="${feed.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/api/public/page.css">
<link rel="alternate" type="application/atom+xml" href="/api/public/${feed.language}/feed.atom">
</head>
<body>
<header>
<nav aria-label="${escaped(t("digest.languages"))}">${tongues.join(" ")}</nav>
<h1>${escaped(feed.title)}</h1>
<p>${escaped(t("digest.day", { day: sayDay(t, day) }))}</p>
<nav aria-label="${escaped(t("digest.days"))}">${beside(-1, t("digest.before"))} ${beside(1, t("digest.after"))} <a href="${escaped(feed.origin)}/">${escaped(t("digest.home"))}</a></nav>
</header>
<main>
${items.length === 0 ? `<p>${escaped(t("digest.none"))}</p>` : items.map((item) => entry(feed, item, t("digest.proof"))).join("\n")}
</main>
</body>
</html>
`;
}

function entry(feed: Feed, item: FeedItem, proof: string): string {
  return `<article>
<h2><a href="${escaped(pageOf(feed, item))}">${escaped(item.title)}</a></h2>
<p class="by"><time datetime="${instant(item.published)}">${instant(item.published).slice(11, 16)} UTC</time> · ${escaped(item.author)}</p>
<p class="words" lang="${escaped(item.language)}" dir="auto">${escaped(item.text)}</p>
<p class="by"><a href="${escaped(proofOf(feed, item))}">${escaped(proof)}</a></p>
</article>`;
}

/** How the page looks, by day and by night, as the reader's device is set. */
export const pageStyle = `:root { color-scheme: light dark; --paper: #f7f5f0; --sheet: #fffdf9; --ink: #1f2423; --soft: #55594f; --accent: #245458; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161918; --sheet: #1e2221; --ink: #e9e7e0; --soft: #aeb3aa; --accent: #8fc4c2; }
}
body { margin: 0 auto; max-width: 68ch; padding: 1rem; background: var(--paper); color: var(--ink); font: 0.9375rem/1.45 system-ui, "Noto Sans", sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; padding: 0.25rem 0; }
a, nav strong { display: inline-block; padding: 0.15rem 0; }
a { color: var(--accent); }
h1 { font-size: 1.375rem; margin: 0.75rem 0 0; }
h2 { font-size: 1.0625rem; margin: 0; }
article { background: var(--sheet); border-radius: 6px; margin: 1rem 0; padding: 1rem; }
.by { color: var(--soft); font-size: 0.8125rem; margin: 0.25rem 0; }
.words { margin: 0.5rem 0; overflow-wrap: anywhere; white-space: pre-line; }
`;
