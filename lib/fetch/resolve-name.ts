import { lookup, Resolver } from "node:dns/promises";
import { isExempt } from "./exempt.ts";

/** Gives all addresses of a name; none when it has none. */
export type ResolveName = (name: string, signal: AbortSignal) => Promise<string[]>;

/**
 * Asks the name servers, without the threads in which passwords are hashed: a name whose server does not answer would hold one of the
 * four. A host that the administrator named may be one that only this machine knows.
 */
export const resolveName: ResolveName = async (name, signal) => {
	if (isExempt(name)) return (await lookup(name, { all: true })).map(({ address }) => address);
	const resolver = new Resolver({ timeout: 2_000, tries: 2 });
	signal.addEventListener("abort", () => resolver.cancel(), { once: true });
	const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
	return found.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
};
