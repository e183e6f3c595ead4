import { failures } from "./contract.ts";

/** A request that is answered with a failure: a status, a stable code for programs and a sentence for people. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly more: Record<string, unknown> = {},
    readonly retryAfter?: number,
  ) {
    super(sentence);
  }

  /** The failure as the contract writes it. */
  response(): Response {
    const headers = new Headers({ "Content-Type": "application/json" });
    if (this.retryAfter !== undefined) headers.set("Retry-After", String(this.retryAfter));
    const document = { success: false, error: this.message, code: this.code, ...this.more };
    return new Response(JSON.stringify(document), { status: this.status, headers });
  }
}

/** What the database tells of a failure. */
export type SqlFailure = { state: string; message: string; detail?: string };

/** What the database's refusal means; undefined when the failure is the program's own and not the caller's. */
export function sqlRefusal({ state, message, detail }: SqlFailure): Refusal | undefined {
  // Raised by private.fail: the status is in the state, the rest of the document in the detail.
  if (/^PT[1-5]\d\d$/.test(state)) {
    const more = detail ? JSON.parse(detail) : {};
    return new Refusal(Number(state.slice(2)), more.code ?? "refused", message, more);
  }
  const failure = failures.find(({ states }) => states.some((beginning) => state.startsWith(beginning)));
  return failure &&
    new Refusal(failure.status, failure.code, failure.sentence ?? message, {}, failure.retryAfter);
}
