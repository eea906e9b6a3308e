import { isInFence, type Written } from "./format";

export type TriggerKind = "people" | "rooms" | "emoji" | "commands";
/** What is being named at the caret: `from` is where its sign stands, `query` what follows it. */
export type Trigger = { kind: TriggerKind; from: number; query: string };

const NAMED = /(?<![\p{L}\p{M}\p{N}/\\@#=&%:])(?<sign>[@#])(?<query>[\p{L}\p{N}][\p{L}\p{M}\p{N}\-_.]*)?$/u;
const EMOJI = /(?<![\p{L}\p{N}:/])(?<sign>:)(?<query>[\p{L}\p{N}+_-]{2,})$/u;
const COMMAND = /^(?<sign>\/)(?<query>[\p{L}?]*)$/u;
/** Longer is no name. */
const LONGEST_NAME = 80;

/** What a list should be shown for; nothing in code, where a sign is only a sign. */
export function triggerAt(written: Written): Trigger | undefined {
	const { text, start, end } = written;
	if (start !== end) return undefined;
	const before = text.slice(Math.max(text.lastIndexOf("\n", start - 1) + 1, start - LONGEST_NAME), start);
	const command = before.length === start ? COMMAND.exec(before) : null;
	if (command) return { kind: "commands", from: 0, query: command.groups?.query ?? "" };
	const match = NAMED.exec(before) ?? EMOJI.exec(before);
	const { sign, query = "" } = match?.groups ?? {};
	if (!sign || isInCode(written)) return undefined;
	return { kind: sign === "@" ? "people" : sign === "#" ? "rooms" : "emoji", from: start - 1 - query.length, query };
}

function isInCode(written: Written): boolean {
	const line = written.text.slice(written.text.lastIndexOf("\n", written.start - 1) + 1, written.start);
	return (line.match(/`/g)?.length ?? 0) % 2 === 1 || isInFence(written);
}
