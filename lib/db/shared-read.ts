import { singleton } from "../singleton.ts";

type Reading = { ended: Promise<unknown>; next?: Promise<unknown> };

/**
 * One reading for all who ask for the same thing at the same time: after a restart a thousand people ask what happened in the
 * same room since the same moment. A reading never begins before it was asked for, so nobody gets what was true earlier: who
 * asks while one is under way shares the next.
 * @param key names what is read, and all that the answer depends on
 */
export function sharedRead<Result>(key: string, read: () => Promise<Result>): Promise<Result> {
	const readings = singleton("shared-reads", () => new Map<string, Reading>());
	const current = readings.get(key);
	if (!current) return begin(readings, key, read);
	current.next ??= current.ended.then(() => begin(readings, key, read));
	return current.next as Promise<Result>;
}

function begin<Result>(readings: Map<string, Reading>, key: string, read: () => Promise<Result>): Promise<Result> {
	const result = read();
	const reading: Reading = {
		ended: result.then(
			() => end(),
			() => end(),
		),
	};
	const end = () => {
		if (readings.get(key) === reading && !reading.next) readings.delete(key);
	};
	readings.set(key, reading);
	return result;
}
