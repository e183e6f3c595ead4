import { type Call, call } from "./desk.ts";
import { type Part, partsOf } from "./form.ts";
import { type Caller, SERVICE } from "./gate.ts";
import { imageFacts } from "./image.ts";
import { Refusal } from "./refusal.ts";
import { storage } from "./storage.ts";

const LONGEST_FILE = 10 * 1024 * 1024;
const LONGEST_FIELD = 1024 * 1024;
const FIELDS = ["fileName", "user_id", "category", "metadata"];

/**
 * Stores an image judged by its bytes, with its row and its object or with neither.
 *
 * @param made the operation that records it
 * @returns the success document
 */
export async function upload(request: Request, caller: Caller, made: Call): Promise<string> {
  const parts = await partsOf(request);
  const file = fileOf(parts);
  const facts = imageFacts(file.content);
  if (facts === undefined) {
    throw new Refusal(415, "not_an_image", "The file is no whole JPEG, PNG, WebP or GIF image that can be read.");
  }
  const measured = {
    name: file.fileName,
    sha256: await sha256(file.content),
    content_type: facts.contentType,
    size: file.content.length,
    width: facts.width,
    height: facts.height,
  };
  const record = { ...made, body: JSON.stringify({ file: measured, fields: fieldsOf(parts) }) };
  const prepared = JSON.parse(await call(caller, { ...record, operation: "prepare_upload", headers: "{}" }));
  if (prepared.duplicate) return await addressed(await call(caller, record));
  await discard(prepared.left_behind);
  return await addressed(await storeAndRecord(caller, record, prepared.path, file.content, facts.contentType));
}

async function addressed(document: string): Promise<string> {
  const answer = JSON.parse(document);
  const url = await storage.address(answer.path);
  return url === undefined ? document : JSON.stringify({ ...answer, url });
}

// What is stored and gets no row is removed at once where that is certain; where it is not, because an answer is
// missing, it is left to a later upload, which is told of it when nothing can be under way any more.
async function storeAndRecord(
  caller: Caller,
  record: Call,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<string> {
  await storage.store(path, bytes, contentType);
  const headers = JSON.stringify({ ...JSON.parse(record.headers), "object-path": path });
  const answer = await call(caller, { ...record, headers }).catch(async (failure) => {
    if (failure instanceof Refusal && failure.status < 500) await discard([path]);
    throw failure;
  });
  // Somebody else was faster with the same bytes, or the call is a repeated one.
  if (JSON.parse(answer).path !== path) await discard([path]);
  return answer;
}

async function discard(paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  try {
    await storage.remove(paths);
    const body = JSON.stringify({ paths });
    await call(SERVICE, { operation: "forget_objects", query: "{}", body, headers: "{}" });
  } catch (failure) {
    console.warn("Objects without a row could not be removed; a later upload tries again", failure);
  }
}

function fileOf(parts: Part[]): Part {
  const file = parts.find((part) => part.name === "file");
  if (file === undefined) {
    throw new Refusal(400, "invalid_file", "The form has no field named file.", { field: "file" });
  }
  if (file.content.length > LONGEST_FILE) {
    throw new Refusal(413, "file_too_large", "The file may have at most 10 MiB.");
  }
  return file;
}

// The first of equal names counts.
function fieldsOf(parts: Part[]): Record<string, string> {
  const known = parts.filter((part) => FIELDS.includes(part.name)).reverse();
  return Object.fromEntries(known.map((part) => [part.name, text(part)]));
}

function text({ name, content }: Part): string {
  if (content.length > LONGEST_FIELD) throw new Refusal(413, "body_too_large", `The field ${name} is too long.`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new Refusal(400, `invalid_${name}`, `${name} is not in UTF-8.`, { field: name });
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
