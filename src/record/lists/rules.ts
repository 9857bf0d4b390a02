import { type Side, sideOf, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { knowsAgreement } from "../claims/rules.ts";
import { known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { mostLines } from "./acts.ts";
import { commitmentIn, isFrozen, isSignedBy, type List } from "./fold.ts";
import { lineWords } from "./view.ts";

/** The greatest tree that is committed to. */
const greatestHeight = 17;

/** What may be said about lists of persons, and when. */
export function refuseLists(state: State, act: Act): Refusal | undefined {
  const side = sideOf(act.by.office);
  if (side === undefined) return undefined; // the table names offices of the sides alone
  switch (act.kind) {
    case "list.committed":
      return refuseCommitment(state, act, side);
    case "list.revealed":
      return refuseReveal(state, act.payload, side);
    case "list.submitted":
      return refuseSubmitted(state, act.payload, side);
    case "list.lines_answered":
      return refuseAnswers(state, act.payload, side);
    case "list.version_signed":
      return refuseSignature(state, act.payload, side);
    default:
      return undefined;
  }
}

/** Whether there is such a line in what the state holds. */
export function hasLine({ lists }: State, { list, line }: { list: ActId; line: number }): boolean {
  return line <= (lists.lists.get(list)?.lines ?? 0);
}

function refuseSubmitted(
  state: State,
  { content, replaces, kind, agreement }: PayloadOf<"list.submitted">,
  side: Side,
): Refusal | undefined {
  if (replaces !== undefined) {
    const earlier = state.lists.lists.get(replaces);
    if (!earlier) return noList();
    if (earlier.side !== side || earlier.kind !== kind)
      return refusal("LS2", "A side replaces its own list, by one of the same kind.");
    if (earlier.replacedBy) return refusal("LS2", "There is a later version already; replace that one.");
  }
  return refuseLength(content) ?? refuseAgreement(state, agreement);
}

function refuseLength({ rows }: PayloadOf<"list.submitted">["content"]): Refusal | undefined {
  if (rows !== undefined && rows > 0 && rows <= mostLines) return undefined;
  return refusal("LS3", "A list says how many lines it has, from 1 to {most}.", { most: mostLines });
}

function refuseAgreement(state: State, agreement: ActId | undefined): Refusal | undefined {
  if (agreement === undefined || knowsAgreement(state, agreement)) return undefined;
  return refusal("LS12", "There is no such agreed point or proposal in what this office reads.");
}

function refuseAnswers(
  state: State,
  { list: id, answers, takenOver = [] }: PayloadOf<"list.lines_answered">,
  side: Side,
): Refusal | undefined {
  const list = state.lists.lists.get(id);
  if (!list) return noList();
  if (list.side === side) return refusal("LS4", "The lines of a list are answered by the other side.");
  if (isFrozen(list))
    return refusal("LS7", "Both sides have signed this version; what comes later goes into a new one.");
  if (list.replacedBy) return refusal("LS7", "There is a later version; answer its lines.");
  const said = [...answers.map((one) => one.line), ...takenOver.flatMap(linesOf)];
  const beyond = said.find((line) => line > list.lines);
  if (beyond !== undefined)
    return refusal("LS5", "The list has {lines} lines, and no line {line}.", {
      lines: list.lines,
      line: beyond,
    });
  if (said.length === 0) return refusal("LS5", "An act of answers answers a line at least.");
  if (new Set(said).size < said.length) return refusal("LS5", "An act answers each line once.");
  const refusedRun = refuseTakenOver(state, list, takenOver);
  if (refusedRun) return refusedRun;
  for (const one of answers) {
    const refused = refuseAnswer(one);
    if (refused) return refused;
  }
  return undefined;
}

function linesOf({ line, lines }: { readonly line: number; readonly lines: number }): readonly number[] {
  return Array.from({ length: lines }, (_, i) => line + i);
}

function refuseTakenOver(
  state: State,
  { replaces }: List,
  runs: NonNullable<PayloadOf<"list.lines_answered">["takenOver"]>,
): Refusal | undefined {
  if (runs.length === 0) return undefined;
  const before = replaces && state.lists.lists.get(replaces);
  if (!before) return refusal("LS18", "There is no version before whose answers could be taken over.");
  const words = lineWords(state, before);
  const silent = runs
    .flatMap(({ from, lines }) => linesOf({ line: from, lines }))
    .find((line) => !words.has(line));
  return silent === undefined
    ? undefined
    : refusal("LS18", "Line {line} of the version before has no answer to take over.", { line: silent });
}

function refuseAnswer({
  line,
  answer,
  reason,
  corrected,
  words,
}: PayloadOf<"list.lines_answered">["answers"][number]): Refusal | undefined {
  const corrects = Object.values(corrected ?? {}).some((one) => one !== undefined);
  if ((answer === "corrected") !== corrects)
    return refusal(
      "LS6",
      "Line {line}: the answer “corrected”, and no other, says what the line should read.",
      {
        line,
      },
    );
  const needsReason = answer === "disputed" || answer === "already_returned" || answer === "not_ours";
  if (needsReason && reason === undefined && words === undefined)
    return refusal("LS6", "Line {line}: this answer says why.", { line });
  return undefined;
}

function refuseSignature(
  state: State,
  { list: id, answersRead }: PayloadOf<"list.version_signed">,
  side: Side,
): Refusal | undefined {
  const list = state.lists.lists.get(id);
  if (!list) return noList();
  if (list.replacedBy) return refusal("LS8", "There is a later version; sign that one.");
  if (answersRead !== list.answers.length)
    return refusal("LS8", "Other answers have come since; read them, and sign then.");
  if (isSignedBy(list, side)) return refusal("LS8", "This side has signed this version.");
  return undefined;
}

function refuseCommitment(state: State, act: Act<"list.committed">, side: Side): Refusal | undefined {
  const { round, root, height, agreement } = act.payload;
  if (height > greatestHeight)
    return refusal("LS10", "A list that is committed to has at most {most} lines.", {
      most: 2 ** greatestHeight,
    });
  if (commitmentIn(state.lists, round, side))
    return refusal("LS10", "This side has committed itself in this round; another list is another round.");
  if (isRootTaken(state, root))
    return refusal("LS10", "Such a commitment stands already; each side commits to a list of its own.");
  return refuseAgreement(state, agreement);
}

function isRootTaken(state: State, root: string): boolean {
  return [...state.lists.commitments.keys()].some(
    (id) => known(state, id, "list.committed").act.payload.root === root,
  );
}

function refuseReveal(
  state: State,
  { commitment: id, content }: PayloadOf<"list.revealed">,
  side: Side,
): Refusal | undefined {
  const commitment = state.lists.commitments.get(id);
  if (!commitment) return refusal("LS1", "There is no such commitment in what this office reads.");
  if (commitment.side !== side) return refusal("LS11", "A side reveals its own list.");
  if (commitment.revealedAs) return refusal("LS11", "This list has been revealed.");
  if (!sides.every((one) => commitmentIn(state.lists, commitment.round, one)))
    return refusal("LS11", "A list is revealed once both sides have committed themselves in its round.");
  return refuseLength(content);
}

function noList(): Refusal {
  return refusal("LS1", "There is no such list in what this office reads.");
}
