import { call } from "./desk.ts";
import * as exact from "./exact.ts";
import type { Caller } from "./gate.ts";

// By the ids and not by the time: one that failed earlier may be seen later, when its transaction ends.
const OVERLAP = 2 * 60_000;

/**
 * Scheduled activations that could not be done, each told once to one listener. What failed before it came is in the
 * list.
 *
 * @returns asks for events of those that have not been told yet, the oldest first; empty where there is none
 */
export async function failedSchedules(caller: Caller): Promise<() => Promise<string>> {
  const since = new Date(Date.now() - OVERLAP).toISOString();
  const query = JSON.stringify({ state: "failed", limit: "1000", finished_since: since });
  const told = new Set<string>();
  const news = async () => {
    const document = await call(caller, { operation: "list_schedules", query, body: null, headers: "{}" });
    const failed: { id: string }[] = exact.parse(document).data.reverse();
    const untold = failed.filter(({ id }) => !told.has(id));
    for (const { id } of untold) told.add(id);
    // Without an id: the last one stays that of the active checkpoint.
    return untold.map((schedule) => `event: schedule_failed\ndata: ${JSON.stringify(schedule)}\n\n`).join("");
  };
  await news();
  return news;
}
