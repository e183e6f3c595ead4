import { type Call, call } from "./desk.ts";
import { performDue } from "./due.ts";
import * as exact from "./exact.ts";
import { failedSchedules } from "./failed_schedules.ts";
import type { Caller } from "./gate.ts";
import { Refusal } from "./refusal.ts";

const BETWEEN_LOOKS = 1_000;
// Sooner than a proxy takes a silent connection for a dead one.
const SIGN_OF_LIFE = 15_000;
// Less than the 150 seconds that a function has; who listens comes again.
const LONGEST_STREAM = 140_000;
const MOST_STREAMS = 100;

let streams = 0;

/** The active checkpoint, or that the caller has it already. */
export async function activeCheckpoint(request: Request, caller: Caller, read: Call): Promise<Response> {
  const document = await call(caller, read);
  const tag = `"${tagOf(document)}"`;
  const headers = { "Content-Type": "application/json", "ETag": tag, "Cache-Control": "no-cache" };
  const known = request.headers.get("If-None-Match");
  return known !== null && (known.includes(tag) || known.trim() === "*")
    ? new Response(null, { status: 304, headers })
    : new Response(document, { headers });
}

/** The active checkpoint as it changes, as server-sent events. */
export async function activeCheckpointEvents(request: Request, caller: Caller, read: Call): Promise<Response> {
  const first = await call(caller, read);
  const headers = { "Content-Type": "text/event-stream", "Cache-Control": "no-store" };
  if (request.method === "HEAD") return new Response(null, { headers });
  if (streams >= MOST_STREAMS) {
    const sentence = "Too many listen already. Ask for the active checkpoint instead.";
    throw new Refusal(429, "too_many_streams", sentence, {}, 60);
  }
  const failed = await failedSchedules(caller);
  const known = request.headers.get("Last-Event-ID");
  const events = ReadableStream.from(changes(first, () => call(caller, read), failed, known));
  return new Response(events.pipeThrough(new TextEncoderStream()), { headers });
}

// Ends when its reader goes: at the next sign of life at the latest.
async function* changes(
  first: string,
  read: () => Promise<string>,
  failed: () => Promise<string>,
  known: string | null,
): AsyncGenerator<string> {
  const end = Date.now() + LONGEST_STREAM;
  let told = known;
  let toldAt = 0;
  streams++;
  try {
    for (let document = first; Date.now() < end; document = await read()) {
      const tag = tagOf(document);
      const news = (tag === told ? "" : event(tag, document)) + await failed();
      told = tag;
      if (news !== "" || Date.now() - toldAt >= SIGN_OF_LIFE) {
        yield news || ":\n\n";
        toldAt = Date.now();
      }
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
      await performDue();
    }
  } catch (failure) {
    // Too late for a status: the stream ends, and who comes again is told why.
    console.debug("A listener may listen no more", failure);
  } finally {
    streams--;
  }
}

function event(tag: string, document: string): string {
  return `event: active_checkpoint\nid: ${tag}\ndata: ${JSON.stringify(exact.parse(document).data)}\n\n`;
}

function tagOf(document: string): string {
  return String(JSON.parse(document).etag);
}
