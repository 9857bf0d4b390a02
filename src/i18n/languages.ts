export const languages = ["en", "uk", "ru", "tr"] as const;
export type Language = (typeof languages)[number];
