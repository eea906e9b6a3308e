import { cachesAreCurrent } from "../db/change-stream.ts";
import { databaseConnected, pingDatabase } from "../db/client.ts";

/** Errors of the driver that mean "away for now", not "wrong". */
export { isDatabaseAway } from "../db/client.ts";

/** Whether the database answers, how fast (ms), and whether changes of other processes come in. */
export async function checkDatabase(): Promise<{ tookMs: number | undefined; followsChanges: boolean }> {
	const tookMs = databaseConnected() ? await pingDatabase() : undefined;
	return {
		tookMs: tookMs === undefined ? undefined : Math.round(tookMs * 10) / 10,
		followsChanges: cachesAreCurrent(),
	};
}
