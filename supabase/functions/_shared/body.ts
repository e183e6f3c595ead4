import { Refusal } from "./refusal.ts";

// A client that is still sending would not read the answer; so the rest is read, within a bound.
const MOST_IGNORED = 32 * 1024 * 1024;

/**
 * The request's body.
 *
 * @throws Refusal 413 with the sentence when it is longer than that
 */
export async function bytesOf(request: Request, most: number, sentence: string): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length <= most) pieces.push(piece);
    else if (length > most + MOST_IGNORED) break;
  }
  if (length > most) throw new Refusal(413, "body_too_large", sentence);
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Reads on what nobody has read, before the request is refused. */
export async function readOn(request: Request): Promise<void> {
  if (request.body === null || request.bodyUsed || request.body.locked) return;
  let left = MOST_IGNORED;
  for await (const piece of request.body) {
    left -= piece.length;
    if (left < 0) return;
  }
}
