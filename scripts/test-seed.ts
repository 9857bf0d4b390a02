import fc from "fast-check";

// The same cases in every run, so that a run can be told again; `PARLEY_TEST_SEED=7 npm test` goes through others.
fc.configureGlobal({ seed: Number(process.env.PARLEY_TEST_SEED ?? "20250723") });
