import { singleton } from "../singleton.ts";

type Waiting<Value> = { key: string; resolve(values: Value[]): void; reject(error: unknown): void };

/**
 * What belongs to a key, read for all who ask at the same time in one query. Who asks while a reading is under way waits for the
 * next one: a reading never begins before it was asked for, so nobody gets what was true earlier.
 * @param name of the reading; all who use it give the same `load` and `keyOf`
 * @param load what belongs to any of these keys, in one query
 */
export function loadTogether<Value>(
	name: string,
	key: string,
	load: (keys: string[]) => Promise<Value[]>,
	keyOf: (value: Value) => string,
): Promise<Value[]> {
	return new Promise((resolve, reject) => {
		const queues = singleton("loads", () => new Map<string, Waiting<Value>[]>());
		const queue = queues.get(name);
		const waiting = { key, resolve, reject };
		if (queue) return queue.push(waiting);
		queues.set(name, [waiting]);
		void drain(queues, name, load, keyOf);
	});
}

async function drain<Value>(
	queues: Map<string, Waiting<Value>[]>,
	name: string,
	load: (keys: string[]) => Promise<Value[]>,
	keyOf: (value: Value) => string,
): Promise<void> {
	for (let batch = queues.get(name); batch && batch.length > 0; batch = queues.get(name)) {
		queues.set(name, []);
		try {
			const found = new Map<string, Value[]>(batch.map(({ key }) => [key, []]));
			for (const value of await load([...found.keys()])) found.get(keyOf(value))?.push(value);
			for (const { key, resolve } of batch) resolve(found.get(key) ?? []);
		} catch (error) {
			for (const { reject } of batch) reject(error);
		}
	}
	queues.delete(name);
}
