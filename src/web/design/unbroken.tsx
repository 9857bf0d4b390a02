import css from "./design.module.css";

// a number, day or code with a hyphen or dash in it: 37–60, 2025-05-08, T36-08, 0311-1304
const joined = /((?=[\p{Lu}–-]*\d)[\p{Lu}\d]+(?:[-–][\p{Lu}\d]+)+)/u;

/** Words in which no number, day or code is broken into two lines at its hyphen; what is copied is what was written. */
export function Unbroken({ children }: { readonly children: string }) {
  return Object.entries(children.split(joined)).map(([place, part]) =>
    joined.test(part) ? (
      <span key={place} className={css.unbroken}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
