/** JSON in which numbers stay as they are written: what a response's metadata holds need not fit a double. */

// Not yet in TypeScript's own library.
type Raw = { rawJSON(text: string): unknown };

/** Reads JSON; numbers can be written again and not be calculated with. */
// deno-lint-ignore no-explicit-any
export function parse(text: string): any {
  const reviver = (_key: string, value: unknown, { source }: { source: string }) =>
    typeof value === "number" ? (JSON as unknown as Raw).rawJSON(source) : value;
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
}
