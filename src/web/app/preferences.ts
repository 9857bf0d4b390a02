import { type Language, languages } from "#i18n/screens";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The reader's language: chosen before, or the browser's first that is spoken here. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem("language"), ...navigator.languages.map((one) => one.slice(0, 2))];
  return wanted.flatMap((one) => languages.find((language) => language === one) ?? [])[0] ?? "en";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem("language", language);
  document.documentElement.lang = language;
}

export function preferredTheme(): Theme {
  const kept = localStorage.getItem("theme");
  return themes.find((one) => one === kept) ?? "system";
}

const dark = matchMedia("(prefers-color-scheme: dark)");
dark.addEventListener("change", () => showTheme(preferredTheme()));

export function keepTheme(theme: Theme): void {
  localStorage.setItem("theme", theme);
  showTheme(theme);
}

export function showTheme(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && dark.matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}
