import { bucket } from "./environment.ts";
import { s3 } from "./s3.ts";
import { supabaseStorage } from "./supabase_storage.ts";

/** Where an object is to be fetched without a token; a size may be added to the thumbnail's URL as parameters. */
export type Links = { url: string; thumbnail: string };

/** Where the images' bytes are, by path. */
export type ObjectStore = {
  /**
   * Links that open these objects, absolute or relative to the base URL, by path; what is known not to be there has none.
   *
   * @param seconds how long they are good for
   */
  sign(paths: string[], seconds: number): Promise<Map<string, Links>>;

  /** A URL that opens an object for an hour; undefined where the database knows one that stays. */
  address(path: string): Promise<string | undefined>;

  /**
   * Stores an object under a path that nothing is stored under yet.
   *
   * @throws Refusal 503 when the storage does not answer
   */
  store(path: string, bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<void>;

  /** Removes objects; those that are not there are no failure. */
  remove(paths: string[]): Promise<void>;
};

/** The bucket where one is set, and the project's own storage where none is. */
export const storage: ObjectStore = bucket === undefined ? supabaseStorage : s3(bucket);
