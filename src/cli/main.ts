import { Command, CommanderError, Option } from "commander";
import { ProblemError, problem } from "#base";
import { translator } from "#i18n";
import { exampleNames } from "./examples.ts";
import { languageAsked } from "./language.ts";
import { printProblem } from "./output.ts";
import { problemOf } from "./problem-of.ts";

const program = new Command("parley")
  .description("The working system of talks between two parties at war, hosted by a third.")
  .version("0.1.0")
  .showHelpAfterError("(parley --help, parley COMMAND --help)");

/** A command with the options that all have. What it does is loaded when it is asked for: the others would only cost time and memory. */
function command(parent: Command, usage: string, words: string): Command {
  return parent
    .command(usage)
    .description(words)
    .option("--as <office>", "the office whose view or voice it is")
    .option("--json", "print one JSON value for programs")
    .addOption(new Option("--lang <language>", "en, uk, ru or tr").default("en"))
    .option("--key <file...>", "key files: to sign, or to open sealed papers")
    .option("--at <time>", "show what holds at this time instead of now");
}

function exampleOption(): Option {
  return new Option("--example <name>", `the demonstration: ${exampleNames.join(", ")}`);
}

command(
  program,
  "demo <dir>",
  "build an example: the Istanbul talks of 2025 from public facts, or another; print what happened and what is owed",
)
  .addOption(exampleOption())
  .action(async (path, options) => (await import("./demo.ts")).demoCommand(path, options));
command(
  program,
  "owed <dir>",
  "what is still missing to execute what was agreed, who owes it, by when",
).action(async (path, options) => (await import("./owed.ts")).owedCommand(path, options));
command(
  program,
  "show <dir> [subject]",
  "rounds, proposals, truces, pledges, lists, tranches, lineday, claims, remains, returns, summits, positions, statements, people, or one act",
).action(async (path, subject, options) =>
  (await import("./show/index.ts")).showCommand(path, subject, options),
);
command(program, "timeline <dir>", "what happened, and who said so")
  .option("--times", "with when it was said and received")
  .action(async (path, options) => (await import("./timeline.ts")).timelineCommand(path, options));
command(
  program,
  "act <dir> <file>",
  "say something new, signed; FILE is a draft in JSON, - for standard input",
).action(async (path, file, options) => (await import("./act.ts")).actCommand(path, file, options));
command(program, "blob <dir> <file>", "keep content by its digest; prints what an act names it by")
  .option("--type <mediatype>", "its media type")
  .action(async (path, file, options) => (await import("./blob.ts")).blobCommand(path, file, options));
command(
  program,
  "document <kind> <file> <out>",
  "a paper as PDF from a JSON file: notification, card, list, certificate, extract, truce",
)
  .option("--beside <language>", "the second language of a truce's sheet: en, uk, ru or tr")
  .action(async (kind, file, out, options) =>
    (await import("./document.ts")).documentCommand(kind, file, out, options),
  );
command(program, "export <dir> <out>", "an office's full copy: acts, proofs, checkpoints, blobs").action(
  async (path, out, options) => (await import("./export.ts")).exportCommand(path, out, options),
);
command(
  program,
  "verify <copy>",
  "signatures, inclusion and consistency; without network, without trust in the host",
)
  .option("--since <copy>", "an earlier copy, which must be a beginning of this one")
  .option("--fingerprint <hex>", "the fingerprint on the paper of the preparatory meeting")
  .action(async (path, options) => (await import("./verify.ts")).verifyCommand(path, options));
command(
  program,
  "clone <source> <dir>",
  "a replica from an export or a folder, verified before it is taken",
).action(async (source, path, options) => (await import("./clone.ts")).cloneCommand(source, path, options));
command(program, "import <source> <dir>", "bring a replica up to date from a newer export").action(
  async (source, path, options) => (await import("./clone.ts")).importCommand(source, path, options),
);
command(
  program,
  "open <dir> <founding>",
  "open a new process: founding act signed by the host's and both parties' heads",
)
  .option("--process <name>", "the name of the process")
  .action(async (path, file, options) => (await import("./open.ts")).openCommand(path, file, options));

command(program, "serve <dir>", "serve a process over HTTP until told to stop")
  .option("--port <number>", "the port; PARLEY_PORT, or 8017")
  .option("--address <ip>", "the address to listen on; localhost")
  .option("--origin <url>", "where browsers find it; PARLEY_ORIGIN, or http://localhost and the port")
  .option("--web <folder>", "serve the web app built in this folder")
  .option("--no-web", "serve the operations only, without the web app")
  .action(async (path, options) => (await import("./serve.ts")).serveCommand(path, options));

command(program, "start", "serve PARLEY_DATA (./parley-data); a new folder gets the demonstration")
  .option("--port <number>", "the port; PARLEY_PORT, or 8017")
  .option("--address <ip>", "the address to listen on; localhost")
  .option("--origin <url>", "where browsers find it; PARLEY_ORIGIN, or http://localhost and the port")
  .option("--web <folder>", "serve the web app built in this folder")
  .option("--no-web", "serve the operations only, without the web app")
  .option("--empty", "a new folder gets no demonstration: three heads found a process in it")
  .addOption(exampleOption())
  .action(async (options) => (await import("./serve.ts")).startCommand(options));

command(
  program,
  "match <lists...>",
  "link lists of persons across alphabets: every list with every other, or one within itself",
)
  .option("--out <file>", "where the links go: left_id,right_id,probability")
  .option("--dedupe", "find the records of one person within one list")
  .option("--explain", "write the reasons of each link beside them")
  .option("--map <file>", "columns.json: headings to roles, as far as they are not recognised")
  .option("--threads <number>", "1 or 2; the links are the same", "2")
  .action(async (lists, options) => (await import("./match/command.ts")).matchCommand(lists, options));

command(program, "read <file>", "read a report into draft entries, each with its words; - for standard input")
  .option("--date <day>", "the day of the report: what today and Tuesday go back to")
  .option("--parties <file>", "parties.json: who the parties are, by id, name and aliases")
  .option("--of <language>", "the language of the report: en", "en")
  .option(
    "--second <url>",
    "have it read a second time by the endpoint at this base address: the text goes there",
  )
  .action(async (path, options) => (await import("./read/command.ts")).readCommand(path, options));

const key = program.command("key").description("keys");
command(key, "new <file>", "make a key")
  .option("--member <handle>", "the member's handle, without a name in it")
  .option("--use <use>", "head, device or log", "device")
  .action(async (path, options) => (await import("./key.ts")).keyNewCommand(path, options));

const seat = program.command("seat").description("seats: a head certifies, revokes, and passes on");
for (const [name, words, run] of [
  ["grant <dir>", "certify a device key for a member", "seatGrantCommand"],
  ["revoke <dir>", "end a seat from its place in the log on", "seatRevokeCommand"],
  ["replace-head <dir>", "pass an office's head on to another key", "replaceHeadCommand"],
] as const)
  command(seat, name, words)
    .option("--head <file>", "the head's key file")
    .option("--title <words>", "the seat's title")
    .option("--reason <words>", "why")
    .action(async (path, options) => (await import("./seat.ts"))[run](path, options));

const witness = program
  .command("witness")
  .description("witnesses: cosign the heads of a copy that verifies, and keep cosignatures");
command(witness, "sign <copy> <file>", "verify a copy and write its heads with this witness's cosignature")
  .option("--since <copy>", "what this witness cosigned before, which must be a beginning of the copy")
  .action(async (copy, file, options) =>
    (await import("./witness.ts")).witnessSignCommand(copy, file, options),
  );
command(witness, "add <dir> <file>", "keep a witness's cosignatures beside the host's own").action(
  async (path, file, options) => (await import("./witness.ts")).witnessAddCommand(path, file, options),
);

const footage = program
  .command("footage")
  .description("footage: what a file is, and a file with boxes burnt in");
command(
  footage,
  "inspect <file>",
  "what a file is by its own bytes, its digest, the credentials that it states",
).action(async (path, options) => (await import("./footage.ts")).footageInspectCommand(path, options));
command(
  footage,
  "redact <file>",
  "burn in the boxes of a plan, mute, and take no metadata along; through ffmpeg",
)
  .option("--cover <plan>", "boxes and muted spans in JSON, as the web app keeps them")
  .option("--out <file>", "write the covered file there")
  .action(async (path, options) => (await import("./footage.ts")).footageRedactCommand(path, options));

const exchange = program.command("exchange").description("tranches: who is returned when, and why");
command(exchange, "plan <case>", "plan the tranches of a case in JSON, - for standard input")
  .option("--seconds <number>", "have the plan by then; without it, the same plan on every machine")
  .option("--seed <number>", "decides between equals: a number drawn by both sides", "1")
  .option("--why <person>", "why this person is not in a tranche, or not in an earlier one")
  .option("--previous <plan>", "the last published plan, from which as little as possible is changed")
  .option("--keep <number>", "so many first tranches of the last plan are agreed and stay")
  .option("--prices", "also what each level costs the next")
  .option("--out <file>", "write the plan there too")
  .action(async (path, options) => (await import("./exchange/plan.ts")).exchangePlanCommand(path, options));
command(exchange, "generate", "an invented case, for trying out and measuring")
  .option("--family <name>", "F1 stages, F2 all for all, F3 general release, F4 the line day")
  .option("--seed <number>", "the case to make", "1")
  .option("--sites", "F3 with 180 and 50 sites")
  .option("--out <file>", "write the case there instead of standard output")
  .action(async (options) => (await import("./exchange/generate.ts")).exchangeGenerateCommand(options));
command(exchange, "repair <case> <plan>", "who goes instead of those who do not come on the day")
  .option("--tranche <number>", "the tranche of the day")
  .option("--absent <code...>", "who does not come, in the order in which it is found out")
  .option("--passed <code...>", "who has passed already")
  .option("--out <file>", "write the repaired plan there too")
  .action(async (path, plan, options) =>
    (await import("./exchange/repair.ts")).exchangeRepairCommand(path, plan, options),
  );

const plan = command(program, "plan <case>", "which team visits which site when; - for standard input")
  .option("--format <name>", "toptw: an instance of team orienteering with time windows")
  .option("--teams <number>", "how many teams, 1 to 20")
  .option("--seconds <number>", "CPU seconds of the search's own thread; the bound gets as many again")
  .option("--iterations <number>", "search so far and no further: the same plan on every machine")
  .option("--seed <number>", "where the draws of the search start", "1")
  .option("--bound", "also a value that no plan is above")
  .option("--plan <file>", "of a truce: the last agreed plan, where the search begins")
  .option(
    "--values",
    "of a truce: also what its last hour, one more, one more ambulance and one more bed are worth",
  )
  .option("--out <file>", "of a truce: write the plan there too")
  .option("--packs <dir>", "of a truce: a sheet as PDF for each team, with its own stops alone")
  .option(
    "--cover <file>",
    "what stands on each of these beside: hotline, warning, clocks, contacts, in JSON",
  )
  .option("--beside <language>", "a second language on these sheets")
  .action(async (path, options) => (await import("./plan/command.ts")).planCommand(path, options));
command(plan, "generate", "an invented case of a truce")
  .option("--seed <number>", "the case to make", "1")
  .option("--sites <number>", "how many sites", "60")
  .option("--teams <number>", "how many teams", "8")
  .option("--hours <number>", "how long the truce is", "36")
  .option("--anchor <lon,lat>", "where on earth its plane lies, in degrees, for maps")
  .option("--out <file>", "write the case there instead of standard output")
  // options of the same names as those of plan itself are read there
  .action(async (_, self) => (await import("./plan/truce.ts")).truceGenerateCommand(self.optsWithGlobals()));
command(plan, "replan <case> <event>", "the plan that goes on after something has happened")
  .option("--plan <file>", "the plan that was agreed; without it, the one that everybody makes of the case")
  .option("--seconds <number>", "CPU seconds of the search")
  .option("--iterations <number>", "search so far and no further: the same plan on every machine")
  .option("--seed <number>", "where the draws of the search start", "1")
  .option("--out <file>", "write the case after the event, and the plan, there too")
  .option("--packs <dir>", "a sheet as PDF for each team, with its own stops alone")
  .option(
    "--cover <file>",
    "what stands on each of these beside: hotline, warning, clocks, contacts, in JSON",
  )
  .option("--beside <language>", "a second language on these sheets")
  .action(async (path, event, _, self) =>
    (await import("./plan/truce.ts")).replanCommand(path, event, self.optsWithGlobals()),
  );

// whoever reads the output may stop reading, as `head` does
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const json = process.argv.includes("--json");
const t = translator(languageAsked(process.argv));
program.exitOverride();
const groups = [key, seat, witness, exchange, plan];
for (const one of [program, ...program.commands, ...groups.flatMap((group) => group.commands)]) {
  one.exitOverride();
  one.configureOutput({ outputError: () => {} });
}
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) process.exit(0);
    const reason = error.message.replace(/^error: /, "");
    printProblem(
      problem("command.usage", {
        reason: reason === "(outputHelp)" ? "Name a command: parley --help." : `${reason}.`,
      }),
      json,
      t,
    );
    process.exitCode = 2;
  } else {
    printProblem(problemOf(error), json, t);
    process.exitCode = error instanceof ProblemError && error.problem.code === "command.usage" ? 2 : 1;
  }
}
