import { describe } from "vitest";
import { describeRules } from "./suite.ts";
import { postgresBackend, sqliteBackend, testDatabaseUrl } from "./test-places.ts";

describe("sqlite", () => describeRules(sqliteBackend));

// `npm test` starts a PostgreSQL and sets PARLEY_TEST_DATABASE_URL
describe.skipIf(testDatabaseUrl === undefined)("postgres", () => describeRules(postgresBackend));
