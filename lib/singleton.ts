/**
 * One instance of a thing per process. The modules that Next bundles and those that server.ts runs are different instances of the
 * same files, so what must exist once (database client, socket server, caches, queues) hangs on `globalThis`.
 */
export function singleton<Thing>(name: string, make: () => Thing): Thing {
	const things = store();
	if (!things.has(name)) things.set(name, make());
	return things.get(name) as Thing;
}

/** Forgets an instance, so that the next caller makes a new one: for tests and for closing down. */
export function forget(name: string): void {
	store().delete(name);
}

declare global {
	var parleySingletons: Map<string, unknown> | undefined;
}

function store(): Map<string, unknown> {
	globalThis.parleySingletons ??= new Map();
	return globalThis.parleySingletons;
}
