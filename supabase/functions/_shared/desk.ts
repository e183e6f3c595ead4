import postgres from "npm:postgres@3.4.9";
import { databaseUrl } from "./environment.ts";
import type { Caller } from "./gate.ts";
import { Refusal, sqlRefusal } from "./refusal.ts";

// Nothing is remembered between transactions, so that a pooler may stand between.
const sql = postgres(databaseUrl, {
  prepare: false,
  fetch_types: false,
  max: 8,
  idle_timeout: 20,
  connect_timeout: 15,
  onnotice: () => {},
});

const LONGEST_STATEMENT = "30s";

/** A call as the SQL takes it: all of it JSON text. */
export type Call = { operation: string; query: string; body: string | null; headers: string };

/**
 * Calls an operation as somebody, in one transaction: all of it or, when it throws, nothing.
 *
 * @returns the success document as JSON, as the database wrote it
 * @throws Refusal with what the database refuses
 */
export async function call(caller: Caller, { operation, query, body, headers }: Call): Promise<string> {
  try {
    const [, rows] = await sql.begin((tx) => [
      tx`select set_config('request.jwt.claims', ${caller.claims}, true),
                set_config('role', ${caller.role}, true),
                set_config('statement_timeout', ${LONGEST_STATEMENT}, true)`,
      tx`select desk.call(${operation}, ${query}::text::jsonb, ${body}::text::jsonb, ${headers}::text::jsonb)::text
           as answer`,
    ]);
    return rows[0].answer;
  } catch (failure) {
    throw refused(failure) ?? failure;
  }
}

// A connection that is lost or not made has no SQLSTATE; it counts as what class 08 says.
function refused(failure: unknown): Refusal | undefined {
  if (failure instanceof postgres.PostgresError) {
    return sqlRefusal({ state: failure.code, message: failure.message, detail: failure.detail });
  }
  const code = (failure as { code?: unknown }).code;
  return typeof code === "string" && /^CONNECT|^ECONN|^ETIMEDOUT|^EPIPE|^ENOTFOUND/.test(code)
    ? sqlRefusal({ state: "08000", message: "" })
    : undefined;
}
