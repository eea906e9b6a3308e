import { setTimeout as pause } from "node:timers/promises";
import { inParallel, listen } from "../load.ts";
import type { Bench } from "../main.ts";
import { memoryOf, type Program } from "../programs.ts";
import { type Person, seedPeople, seedTown } from "../seed.ts";
import type { Row } from "../table.ts";

/** Connections that came and went before, so that code is compiled and pools have grown. */
const WARM_UP = 200;
const SETTLE_MS = 5_000;

/** Memory per idle connected person: how much the process grows by a thousand people in ten rooms each. */
export async function w5({ parley, raw, quick }: Bench): Promise<Row[]> {
	const members = await seedPeople(quick ? 300 : 1_000);
	const roomsOf = await seedTown(members);
	const tokenOfRaw = (person: Person) => JSON.stringify({ rooms: roomsOf.get(person)?.map(({ id }) => id) });
	const limit = await raw((program) => growth(program, members, tokenOfRaw));
	const product = await parley((program) => growth(program, members, ({ token }) => token));
	return [
		{
			workload: "W5",
			figure: "memory of an idle person",
			unit: "KB",
			value: product,
			raw: limit,
			gate: { most: 44 },
			aim: { most: 25 },
		},
	];
}

async function growth({ url, pid }: Program, members: Person[], tokenOf: (person: Person) => string): Promise<number> {
	const open = (people: Person[]) => inParallel(people, 10, (person) => listen(url, tokenOf(person), () => {}));
	for (const socket of await open(members.slice(0, WARM_UP))) socket.close();
	await pause(SETTLE_MS);
	const before = await memoryOf(pid());
	const sockets = await open(members);
	await pause(SETTLE_MS);
	const grown = (await memoryOf(pid())) - before;
	for (const socket of sockets) socket.close();
	return grown / members.length;
}
