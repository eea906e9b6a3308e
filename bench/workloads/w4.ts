import { makeHttp } from "../load.ts";
import type { Bench } from "../main.ts";
import type { Program } from "../programs.ts";
import { type Person, seedPeople, seedRoom, seedWithoutIndex } from "../seed.ts";
import { median, percentile } from "../stats.ts";
import type { Row } from "../table.ts";
import { ask } from "./talk.ts";

const PEOPLE = 20;
/** Of all rooms; the first ones are also those of somebody who is in few. */
const FEW_ROOMS = 50;

const sizes = {
	full: { rooms: 1_000, messages: 1_000, calls: 150, warmUp: 20 },
	quick: { rooms: 60, messages: 100, calls: 15, warmUp: 3 },
};
type Size = (typeof sizes)[keyof typeof sizes];

const VOCABULARY = 20_000;
const WORDS_A_MESSAGE = 12;
/** As a language has them: the first word of the list stands in most messages, the last in hardly any. */
const words = Array.from({ length: VOCABULARY }, (_, rank) => nameOf(rank));
const at = (rank: number) => words[rank] ?? "";
const COMMON = at(0);
const SECOND = at(1);
/** Written into two rooms of everybody's. */
const RARE = "kestrelmast";
/** Written into the last room only, where few people are. */
const ELSEWHERE = "merganserbudget";
const JAPANESE = "潮位計";

const RARE_IN_ROOMS = [3, 40];
const RARE_EVERY = 97;
const JAPANESE_EVERY = 50;

type Query = { name: string; q: string; isPhrase?: boolean; isPlain?: boolean };

const queries: Query[] = [
	{ name: "rare word", q: `${RARE} `, isPlain: true },
	{ name: "common word", q: `${COMMON} `, isPlain: true },
	{ name: "two common words", q: `${COMMON} ${SECOND} `, isPlain: true },
	// Not plain: the bare program reads all messages with the word that it is given first, for seconds.
	{ name: "common and rare word", q: `${COMMON} ${RARE} ` },
	{ name: "absent word", q: "nowhereatall ", isPlain: true },
	{ name: "word of other people's rooms", q: `${ELSEWHERE} ` },
	{ name: "beginning of a word", q: at(900).slice(0, 5) },
	{ name: "common word, one not", q: `${COMMON} -${SECOND} ` },
	{ name: "common word of somebody", q: `${COMMON} from:person3 ` },
	{ name: "common word in a room", q: `${COMMON} in:search-7 ` },
	{ name: "somebody, nothing else", q: "from:person3" },
	{ name: "common word of one day", q: `${COMMON} on:${new Date().toISOString().slice(0, 10)} ` },
	{ name: "Japanese", q: `${JAPANESE} `, isPhrase: true },
	{ name: "phrase of common words", q: `"${COMMON} ${SECOND}"`, isPhrase: true },
	{ name: "phrase that stands nowhere", q: `"${at(40)} ${at(41)} ${at(42)}"`, isPhrase: true },
];

/** Search in many rooms, by somebody who is in few of them and by somebody who is in all; and how many there are of a common word. */
export async function w4({ parley, raw, quick }: Bench): Promise<Row[]> {
	const size = quick ? sizes.quick : sizes.full;
	const { rooms, messages } = size;
	const people = await seedPeople(PEOPLE);
	const [few, all, ...others] = people;
	if (!few || !all) throw new Error("Two people search.");
	await seedWithoutIndex(async () => {
		for (let room = 0; room < rooms; room++) {
			const members = room < FEW_ROOMS ? people : [all, ...others];
			await seedRoom(`search-${room}`, members, messages, messages, (seq) => textOf(room, seq, rooms));
		}
	});
	return raw((limit) => parley((product) => measure(product, limit, { few, all }, size)));
}

type Searchers = { few: Person; all: Person };

async function measure(product: Program, limit: Program, { few, all }: Searchers, { rooms, calls, warmUp }: Size) {
	const rows: Row[] = [];
	const sides = { product: makeHttp(product.url, 1), limit: makeHttp(limit.url, 1) };
	const timesOf = async (side: keyof typeof sides, person: Person, path: string) => {
		const times: number[] = [];
		for (let call = 0; call < warmUp + calls; call++) {
			const begun = performance.now();
			// The bare program takes anybody's word for who he is.
			await ask(sides[side], 200, "GET", path, side === "limit" ? person.id : person.token);
			if (call >= warmUp) times.push(performance.now() - begun);
		}
		return times;
	};
	const searchers = [
		{ person: few, count: Math.min(rooms, FEW_ROOMS), most: 5, aim: 2.5 },
		{ person: all, count: rooms, most: 60, aim: 30 },
	];
	// Of a server that is in use: the first hundred searches of a process take twice as long.
	for (const { person } of searchers) {
		for (const { q } of queries) await timesOf("product", person, `/api/search?${new URLSearchParams({ q })}`);
	}
	for (const { person, count, most, aim } of searchers) {
		for (const { name, q, isPhrase, isPlain } of queries) {
			const path = `/api/search?${new URLSearchParams({ q })}`;
			const times = await timesOf("product", person, path);
			const row = { workload: "W4", unit: "ms" };
			const figure = `${name}, in ${count.toLocaleString("en")} rooms`;
			const gate = { most: isPhrase ? Math.max(most, PHRASE_MS) : most };
			rows.push({
				...row,
				figure: `${figure}, p50`,
				value: median(times),
				gate,
				aim: { most: isPhrase ? gate.most / 2 : aim },
				...(isPlain && { raw: median(await timesOf("limit", person, path)) }),
			});
			rows.push({ ...row, figure: `${figure}, p99`, value: percentile(times, 0.99) });
		}
		const counted = await timesOf("product", person, `/api/search/counts?${new URLSearchParams({ q: `${COMMON} ` })}`);
		rows.push({
			workload: "W4",
			unit: "ms",
			figure: `counts of a common word, in ${count.toLocaleString("en")} rooms, p50`,
			value: median(counted),
		});
	}
	return rows;
}

const PHRASE_MS = 50;

function textOf(room: number, seq: number, rooms: number): string {
	const chosen = Array.from({ length: WORDS_A_MESSAGE }, () => at(Math.floor(VOCABULARY ** Math.random()) - 1));
	if (RARE_IN_ROOMS.includes(room) && seq % RARE_EVERY === 0) chosen.push(RARE);
	if (room === rooms - 1 && seq % RARE_EVERY === 0) chosen.push(ELSEWHERE);
	if (seq % JAPANESE_EVERY === 0) chosen.push(`${JAPANESE}が高い`);
	return chosen.join(" ");
}

/** Pronounceable, and no two the same. */
function nameOf(rank: number): string {
	const syllables = ["ka", "tor", "mi", "lun", "se", "bra", "vi", "nol", "pe", "gru", "da", "fen"];
	let name = "";
	for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
		name += syllables[rest % syllables.length] ?? "";
	}
	return name;
}
