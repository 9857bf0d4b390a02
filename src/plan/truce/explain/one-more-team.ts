import type { Team, TruceCase } from "../case/case.ts";

/** The case with one more team like one that is there, from now on; the new team is the last. */
export function withOneMoreTeam(given: TruceCase, like: Team): TruceCase {
  const codes = new Set(given.teams.map(({ code }) => code));
  let code = `${like.code.slice(0, 30)}.x`;
  while (codes.has(code)) code += "x";
  const [from, until] = like.duty;
  const duty = [Math.max(from, given.progress?.now ?? 0), until] as const;
  return { ...given, teams: [...given.teams, { ...like, code, duty }] };
}
