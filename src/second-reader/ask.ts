import { z } from "zod";
import { ProblemError, refuse } from "#base";
import type { Process } from "#reader";
import { type Endpoint, nameOf } from "./endpoint.ts";
import { pointedForm, type SecondAnswer } from "./form.ts";
import { questionOf } from "./question.ts";

/** A longer text is not sent: as long as the reader's own. UTF-16 units. */
const longestText = 200_000;
/** A longer answer is not read to its end. Bytes. */
const longestAnswer = 2_000_000;
/** More entries than any report has are not looked at. */
const mostEntries = 500;

const answerForm = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});
const contentForm = z.object({ entries: z.array(z.unknown()) });

/**
 * Asks a second reader what it sees in a text (POST {base}/chat/completions). Waits `longestMs` at most for all of the
 * answer, follows no redirect, and refuses with a code what is no answer.
 */
export async function askSecond(
  text: string,
  process: Process,
  endpoint: Endpoint,
  longestMs = 120_000,
): Promise<SecondAnswer> {
  if (text.length > longestText)
    refuse("reader.too_long", { path: "-", length: text.length, most: longestText });
  const to = nameOf(endpoint);
  const signal = AbortSignal.timeout(longestMs);
  const failed = (error: unknown): never =>
    signal.aborted
      ? refuse("second_reader.too_slow", { to, seconds: Math.ceil(longestMs / 1_000) })
      : refuse("second_reader.unreachable", { to, reason: reasonOf(error) });
  const answer = await fetch(new URL("chat/completions", endpoint.base), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }),
    },
    body: JSON.stringify(questionOf(text, process, endpoint.model)),
    redirect: "manual",
    signal,
  }).catch(failed);
  if (!answer.ok) {
    await answer.body?.cancel();
    const { status } = answer;
    if (answer.type === "opaqueredirect" || (status >= 300 && status < 400))
      refuse("second_reader.redirected", { to });
    if (status === 429) refuse("second_reader.busy", { to });
    refuse("second_reader.refused", { to, status });
  }
  const body = await wholeOf(answer, to).catch((error: unknown) => {
    if (error instanceof ProblemError) throw error;
    return failed(error);
  });
  return answerIn(body, to);
}

/** The body as text; refused where it is longer than any answer. */
async function wholeOf(answer: Response, to: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > longestAnswer) refuse("second_reader.too_long", { to, most: longestAnswer });
    parts.push(part);
  }
  return new TextDecoder().decode(joined(parts, length));
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function answerIn(body: string, to: string): SecondAnswer {
  const no = (reason: string) => refuse("second_reader.not_understood", { to, reason });
  const outer = answerForm.safeParse(jsonOf(body));
  if (!outer.success) return no("it is no chat completion in JSON.");
  const [choice] = outer.data.choices;
  if (choice?.finish_reason === "length") return no("it broke off before its end.");
  const inner = contentForm.safeParse(jsonOf(bare(choice?.message.content ?? "")));
  if (!inner.success) return no("its message is no list of entries in JSON.");
  const all = inner.data.entries;
  const read = all.slice(0, mostEntries).map((one) => pointedForm.safeParse(one));
  const pointed = read.flatMap(({ data }) => data ?? []);
  return { pointed, unformed: all.length - pointed.length };
}

/** Without the fence of a code block, which some models put around JSON. */
function bare(content: string): string {
  const text = content.trim();
  return text.startsWith("```") ? text.slice(text.indexOf("\n") + 1, text.lastIndexOf("```")) : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON is in none of the forms
  }
}

// The cause says more than fetch's own words; neither holds the key or the text.
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && cause.message !== "" ? cause.message : "no connection";
}
