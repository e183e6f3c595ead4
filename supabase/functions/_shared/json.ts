import { bytesOf } from "./body.ts";
import { Refusal } from "./refusal.ts";

const LONGEST_BODY = 4 * 1024 * 1024;
const DEEPEST = 500;
const LONGEST_NUMBER = 1000;

/**
 * The request's body, checked to be one JSON value, as it came; null when there is none.
 *
 * @throws Refusal when it is too long (413), of another type (415) or no JSON (400, with line and column)
 */
export async function jsonBody(request: Request): Promise<string | null> {
  const type = request.headers.get("Content-Type");
  if (type !== null && !/^application\/(json|[^;]*\+json)\s*(;|$)/i.test(type.trim())) {
    throw new Refusal(415, "not_json", "The body must be JSON (Content-Type: application/json).");
  }
  const bytes = await bytesOf(request, LONGEST_BODY, "The body may have at most 4 MiB.");
  if (bytes.length === 0) return null;
  const text = decoded(bytes);
  check(text);
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "invalid_json", "The body is not in UTF-8.");
  }
}

function check(text: string): void {
  if (isExcessive(text)) throw invalid("it is nested too deeply, or a number in it is too long.");
  const fault = faultOf(text);
  if (fault === undefined) return;
  if (isAtTheEnd(fault, text)) throw invalid("it ends too early.");
  // The engine's words up to where it quotes the body.
  const reason = /^(Unexpected token|[A-Z][a-z' ]+(?= in JSON| after JSON)|.*(?= in JSON at))/.exec(fault)?.[0];
  throw invalid(`${reason ?? "Unexpected token"}.`, place(text, fault));
}

function invalid(reason: string, place = ""): Refusal {
  return new Refusal(400, "invalid_json", `The body is no valid JSON${place}: ${reason}`);
}

function isExcessive(text: string): boolean {
  let depth = 0;
  let digits = 0;
  for (let at = 0, quoted = false; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === "\\") at++;
      else quoted = letter !== '"';
      continue;
    }
    quoted = letter === '"';
    digits = letter >= "0" && letter <= "9" ? digits + 1 : 0;
    if (letter === "{" || letter === "[") depth++;
    else if (letter === "}" || letter === "]") depth--;
    if (depth > DEEPEST || digits > LONGEST_NUMBER) return true;
  }
  return false;
}

function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (failure) {
    return (failure as Error).message;
  }
}

function isAtTheEnd(fault: string, text: string): boolean {
  const [, position] = /at position (\d+)/.exec(fault) ?? [];
  return fault.startsWith("Unexpected end") || Number(position) >= text.length;
}

// Where the engine does not say it: what is right so far is at fault at its end alone, so the place is found by halving.
function place(text: string, fault: string): string {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(fault) ?? [];
  if (line !== undefined) return ` at line ${line}, column ${column}`;
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    const beginning = text.slice(0, middle);
    const its = faultOf(beginning);
    if (its === undefined || isAtTheEnd(its, beginning)) good = middle;
    else bad = middle;
  }
  const lines = text.slice(0, good).split("\n");
  return ` at line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
}
