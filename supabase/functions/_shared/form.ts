import { bytesOf } from "./body.ts";
import { Refusal } from "./refusal.ts";

// A file of 10 MiB, and its fields.
const LONGEST = 12 * 1024 * 1024;
const TOO_LARGE = "An upload may have at most a file of 10 MiB and its fields.";

const DASH = 0x2d;

/** A part of a form; its content is a view of the request's body. */
export type Part = { name: string; fileName?: string; content: Uint8Array<ArrayBuffer> };

/**
 * The parts of a form, in the order in which they came. Read here and not by the platform, which guesses at text that is
 * not in UTF-8 and looks at every byte on its own.
 *
 * @throws Refusal when it is no form (415), too long (413) or not well-formed (400)
 */
export async function partsOf(request: Request): Promise<Part[]> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\s*(;|$)/i.test(type.trim())) {
    throw new Refusal(415, "not_a_form", "An upload is a form (Content-Type: multipart/form-data).");
  }
  if (Number(request.headers.get("Content-Length")) > LONGEST) throw new Refusal(413, "body_too_large", TOO_LARGE);
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  const body = await bytesOf(request, LONGEST, TOO_LARGE);
  if (boundary === undefined) throw malformed();
  return [...parts(body, boundary)];
}

function* parts(body: Uint8Array<ArrayBuffer>, boundary: string): Generator<Part> {
  const delimiter = bytes(`\r\n--${boundary}`);
  const emptyLine = bytes("\r\n\r\n");
  // The first delimiter may be the body's beginning.
  const first = delimiter.subarray(2);
  let at = startsWith(body, first, 0) ? first.length : after(delimiter, indexOf(body, delimiter, 0));
  while (!(body[at] === DASH && body[at + 1] === DASH)) {
    const headers = indexOf(body, bytes("\r\n"), at);
    const content = after(emptyLine, indexOf(body, emptyLine, headers));
    const end = indexOf(body, delimiter, content);
    yield part(new TextDecoder().decode(body.subarray(headers, content)), body.subarray(content, end));
    at = end + delimiter.length;
  }
}

function part(headers: string, content: Uint8Array<ArrayBuffer>): Part {
  const [, disposition] = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(headers) ?? [];
  const name = parameter(disposition ?? "", "name");
  if (name === undefined) throw malformed();
  return { name, fileName: parameter(disposition, "filename"), content };
}

function parameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]*))`, "i").exec(disposition);
  return match?.[1]?.replace(/\\(["\\])/g, "$1") ?? match?.[2];
}

function indexOf(body: Uint8Array, pattern: Uint8Array, from: number): number {
  for (let at = body.indexOf(pattern[0], from); at >= 0; at = body.indexOf(pattern[0], at + 1)) {
    if (startsWith(body, pattern, at)) return at;
  }
  throw malformed();
}

function startsWith(body: Uint8Array, pattern: Uint8Array, at: number): boolean {
  return pattern.every((byte, index) => body[at + index] === byte);
}

function after(pattern: Uint8Array, at: number): number {
  return at + pattern.length;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function malformed(): Refusal {
  return new Refusal(400, "invalid_form", "The form is not well-formed multipart/form-data.");
}
