import table from "./contract.json" with { type: "json" };

/** How an operation's document becomes the answer; without a word the document is the answer. */
export type Answer = "upload" | "linked" | "tagged" | "events" | "health" | "invitation";

/** A method on a path below `/functions/v1`, and the operation of the SQL that it is. */
export type Route = { method: string; path: string; operation: string; answer?: Answer };

/** What an SQLSTATE (or its beginning) means over HTTP; without a sentence the database's own is told. */
export type Failure = {
  states: string[];
  status: number;
  code: string;
  sentence?: string;
  retryAfter?: number;
};

/** The contract's table: the embedded backend reads the same file. */
export const { routes, failures }: { routes: Route[]; failures: Failure[] } = table as {
  routes: Route[];
  failures: Failure[];
};
