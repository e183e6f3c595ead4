import * as exact from "./exact.ts";
import { type Links, storage } from "./storage.ts";

const LIFETIME_SECONDS = 3600;

type Image = { storage_path: string; signed_url?: string | null; thumbnail_url?: string | null };
type Row = Image | { image?: Image | null };

/**
 * The document with, at each row that is an image or has one, where to fetch it without a token, absolute or relative to the base URL; null where the
 * storage has no link for it. A thumbnail's size is asked for by adding it to the URL; a storage that does not scale
 * gives the whole picture.
 */
export async function withLinks(document: string): Promise<string> {
  const answer = exact.parse(document);
  const images: Image[] = answer.data.map((row: Row) => "storage_path" in row ? row : row.image).filter(Boolean);
  if (images.length === 0) return document;
  const links = await storage.sign([...new Set(images.map((image) => image.storage_path))], LIFETIME_SECONDS)
    .catch((failure) => {
      // What was asked for is answered, and perhaps done, already.
      console.error("The storage gives no links", failure);
      return new Map<string, Links>();
    });
  for (const image of images) {
    image.signed_url = links.get(image.storage_path)?.url ?? null;
    image.thumbnail_url = links.get(image.storage_path)?.thumbnail ?? null;
  }
  return JSON.stringify(answer);
}
