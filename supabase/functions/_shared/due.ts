import { call } from "./desk.ts";
import { SERVICE } from "./gate.ts";

const EVERY_MILLISECONDS = 1000;

let last = 0;

/**
 * Has the database do the activations whose time has come. A function lives while it is asked, so it is done before the
 * answer to whoever asks, once a second at most: nobody sees a checkpoint whose time was over. Where the database has
 * pg_cron it is done without being asked, and there is nothing left to do here.
 */
export async function performDue(): Promise<void> {
  if (Date.now() - last < EVERY_MILLISECONDS) return;
  last = Date.now();
  await call(SERVICE, { operation: "perform_scheduled", query: "{}", body: null, headers: "{}" }).catch(
    (failure) => console.warn("Activations that are due could not be done; they are tried again in a moment", failure),
  );
}
