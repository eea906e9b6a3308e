import { availableParallelism } from "node:os";
import { hash, type Options, verify } from "@node-rs/argon2";
import { ParleyError } from "../shared/errors.ts";
import { singleton } from "../singleton.ts";

/** OWASP's choice for argon2id: 19 MiB, two passes. 2 is `Algorithm.Argon2id`, a const enum that isolated modules cannot import. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** What is beyond would wait for half a minute and more: such a person is better told to come back. */
const MOST_WAITING = 2_000;

/** Slow on purpose, on libuv's threads and not on the event loop. @returns a PHC string */
export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password.normalize("NFKC"), ARGON2ID));
}

/**
 * @param passwordHash undefined when there is no such account: the same work is done and the answer is no, so that the time
 *   does not tell whether a name exists
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
	const against = passwordHash ?? (await nobodysHash());
	const right = await inTurn(() => verify(against, password.normalize("NFKC")));
	return right && passwordHash !== undefined;
}

/** Made before the first sign-in, or that one would take twice as long for a name that does not exist. */
export function nobodysHash(): Promise<string> {
	return singleton("nobodys-hash", () => hashPassword(crypto.randomUUID()));
}

type Turns = { running: number; waiting: (() => void)[] };

/** At most as many at once as cores: each takes 19 MiB and a thread that the file system and DNS need as well. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	const turns = singleton<Turns>("password-turns", () => ({ running: 0, waiting: [] }));
	if (turns.running >= availableParallelism()) {
		if (turns.waiting.length >= MOST_WAITING) throw new ParleyError("too-busy");
		await new Promise<void>((resolve) => turns.waiting.push(resolve));
	} else {
		turns.running++;
	}
	try {
		return await work();
	} finally {
		const next = turns.waiting.shift();
		if (next) next();
		else turns.running--;
	}
}
