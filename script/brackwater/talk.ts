/** What is said at Brackwater, by room: a week of a company that measures the sea. */
import type { FileName } from "./files.ts";
import type { Username } from "./people.ts";

export type Line = {
	by: Username;
	/** Days before today, and the time of that day. */
	at: [daysAgo: number, time: string];
	text: string;
	edited?: true;
	file?: FileName;
	/** The line before it. */
	quotes?: true;
	/** In the thread that hangs on it, which Ines follows. The last two she has not read. */
	replies?: Line[];
};

export type Place = {
	members: Username[];
	lines: Line[];
	/** How many of the last messages Ines has not read. */
	unread?: number;
} & (
	| { kind: "direct" }
	| { kind: "public" | "private"; name: string; topic?: string; owner: Username; readOnly?: true; archived?: true }
);

const everybody: Username[] = [
	"ines",
	"tomas",
	"leila",
	"kofi",
	"mireille",
	"noor",
	"bram",
	"oskar",
	"jonas",
	"maximiliane",
	"dana",
	"salma",
	"wim",
];

export const MASTS = "https://wiki.brackwater.example/masts/north";
export const SHOP =
	"https://shop.brackwater.example/fastenings/stainless/hexagon/M10x60?quantity=40&finish=passivated&delivery=harbour-office";
export const LONG_NAME = "workshop-orders-and-everything-else-that-has-to-be-here-before-the-ice";

export const places = {
	"tide-gauges": {
		kind: "public",
		name: "tide-gauges",
		topic: "Nine stations on one shallow sea. What is silent, what is back, who drives out.",
		owner: "ines",
		members: everybody,
		unread: 2,
		lines: [
			{ by: "bram", at: [2, "08:05"], text: "The boat is free on Thursday and Friday, **not** on the weekend." },
			{ by: "kofi", at: [2, "08:11"], text: "Thursday it is. High water at 11:40, so I would leave at nine." },
			{ by: "bram", at: [2, "08:12"], text: "👍" },
			{
				by: "oskar",
				at: [1, "15:20"],
				text: "Planks are ordered. The shop says the second, which means the ninth.",
			},
			{
				by: "tomas",
				at: [0, "09:02"],
				text: 'Good morning. Skerry has been silent since ten past four, and it is not the battery:\n\n```log\n04:08:51  wake   slot=12 volts=3.64\n04:08:53  modem  "looking for a cell"\n04:10:00  sleep  reason="no window" sent=0\n```',
			},
			{
				by: "leila",
				at: [0, "09:15"],
				text: "Then it looks in the wrong hour: `slot` is still local time, and the gauge has been on UTC since Friday.",
				edited: true,
				replies: [
					{
						by: "tomas",
						at: [0, "09:19"],
						text: "Then Fairway has to be wrong too. It is: silent since `22:30` on Sunday.",
					},
					{ by: "kofi", at: [0, "09:24"], text: "Does somebody have to row out, or can it be told from here?" },
					{
						by: "leila",
						at: [0, "09:29"],
						text: "From here, as soon as it answers: `plan utc`. Skerry gets the new board all the same.",
					},
					{ by: "noor", at: [0, "09:36"], text: "It stands in the log book now, with the hour." },
					{ by: "tomas", at: [0, "09:40"], text: "Merged. The other seven take it tonight at one." },
				],
			},
			{
				by: "leila",
				at: [0, "09:16"],
				text: "I can mend it from here at its next window, if somebody is at the mast.",
			},
			{
				by: "kofi",
				at: [0, "09:38"],
				text: "I passed it on the way in. Mast straight, lid shut, two very relaxed seals on the slip.",
			},
			{ by: "ines", at: [0, "09:41"], text: "Thank you both. So nobody has to swim today." },
			{
				by: "mireille",
				at: [0, "09:52"],
				text: "@ines are you on the afternoon ferry? The spare module is packed and could go with you to Skerry.",
			},
			{ by: "noor", at: [0, "09:56"], text: "Low water there is at 14:31, you would have an hour on the slip." },
		],
	},
	"data-quality": {
		kind: "public",
		name: "data-quality",
		topic: "Readings that do not agree with the moon",
		owner: "jonas",
		members: ["ines", "tomas", "leila", "noor", "kofi"],
		lines: [
			{
				by: "jonas",
				at: [1, "16:10"],
				text: "Last week, all stations. Two are under what we promised the harbour:\n\n| Station | Readings | Complete | Longest gap |\n|:--|--:|--:|:--|\n| Skerry | 1,871 | 92.8 % | Sat, 51 min |\n| Ostmole | 1,902 | 94.3 % | Sun, 35 min |\n| Grey Sound | 2,016 | 100 % | none |",
			},
			{
				by: "noor",
				at: [1, "16:31"],
				quotes: true,
				text: `Both behind the new crane. The plan with the masts: ${MASTS}`,
			},
			{
				by: "jonas",
				at: [1, "16:40"],
				text: "That would fit. The residual after the fit is\n\n$$\nr(t) = h(t) - \\sum_{k=1}^{8} A_k \\cos(\\omega_k t + \\varphi_k)\n$$\n\nand $|r| > 4\\,\\text{cm}$ only while the crane turns.",
			},
			{
				by: "leila",
				at: [0, "08:44"],
				text: "Here is the check that I would run each night:\n\n```ts gaps.ts\nexport function gaps(readings: Reading[], every = minutes(5)): Gap[] {\n\t// A reading may be late by half a slot before anything is missing.\n\tconst late = every * 1.5;\n\treturn pairs(readings)\n\t\t.filter(([a, b]) => b.at - a.at > late)\n\t\t.map(([a, b]) => ({ from: a.at, to: b.at, missing: Math.round((b.at - a.at) / every) - 1 }));\n}\n```",
			},
			{
				by: "ines",
				at: [0, "08:58"],
				text: "For this week then:\n\n- [x] ask the harbour for the crane's hours\n- [x] compare with Grey Sound\n- [ ] move the antenna of Ostmole\n- [ ] tell @jonas when it is done",
			},
			{ by: "tomas", at: [0, "09:20"], text: "🌊🛠️" },
		],
	},
	"field-trips": {
		kind: "public",
		name: "field-trips",
		topic: "Who drives where, and who brings the cake",
		owner: "kofi",
		members: everybody,
		unread: 4,
		lines: [
			{
				by: "bram",
				at: [1, "17:48"],
				text: "### Notes from the north side\n\nWe cast off at 07:35 with the ebb and reached Grey Sound a little after eight. The mast stands as it should; the lower clamp has rust on two bolts, both are greased and new ones are on the list. The gland of the cable was loose and is tight again.\n\nThe path to Ostmole is softer than in autumn. Nobody should walk it alone before the planks are down, and nobody at all in the two hours around high water.\n\n1. Grey Sound: bolts, two, M10, stainless\n2. Ostmole: planks, and a longer ladder\n3. Skerry: nothing, which is a first\n\nThe solar panel of Ostmole was white with salt. After a bucket of fresh water it gave 4.1 W instead of 1.6 W, so the bucket now lives in the boat.\n\nLunch was at the lock. The keeper asks whether we could put a small display at his window, with the level and whether it rises or falls. I said that I would ask; it would take one of the old modules, a cable of twelve metres and an afternoon.\n\nThe weather station on the lock's roof is not ours, but its vane is stuck and the keeper did not know. Kofi freed it with a stick.\n\nOn the way back the engine ran warm twice. The inlet was full of weed. It is clean now, and there is a new sieve in the shop, which I ordered before we were back on land.\n\nNext round in two weeks. Who wants to come should have boots.",
			},
			{ by: "kofi", at: [1, "18:02"], text: "It was a good stick." },
			{
				by: "kofi",
				at: [0, "08:50"],
				text: "Ostmole from the boat, clean panel and all:",
				file: "ostmole-from-the-boat.jpg",
			},
			{
				by: "mireille",
				at: [0, "09:12"],
				text: "The readings say the same.",
				file: "readings-week-47-all-stations-with-corrections.csv",
			},
			{
				by: "mireille",
				at: [0, "09:18"],
				text: "I have boots, and @ines has the better ones. Are we on for the next round?",
			},
			{ by: "kofi", at: [0, "09:30"], text: "There is room for two." },
			{ by: "kofi", at: [0, "09:31"], text: "Three, if one of them is @ines and brings the almond cake." },
		],
	},
	general: {
		kind: "public",
		name: "general",
		topic: "For everybody",
		owner: "ines",
		members: [],
		unread: 1,
		lines: [
			{
				by: "ines",
				at: [3, "10:00"],
				text: "Welcome to our own rooms! The old list stays readable until the end of the month.",
			},
			{ by: "wim", at: [3, "10:04"], text: "🎉" },
			{ by: "maximiliane", at: [3, "10:20"], text: "Very nice. Is there a way to make the letters larger?" },
			{ by: "ines", at: [3, "10:22"], text: "Ctrl and + works everywhere, nothing falls apart." },
			{ by: "salma", at: [0, "08:30"], text: "Kitchen news: the new kettle has arrived, and it *whistles*." },
		],
	},
	firmware: {
		kind: "public",
		name: "firmware",
		topic: "What runs in the boxes",
		owner: "leila",
		members: ["ines", "tomas", "noor", "mireille"],
		lines: [
			{
				by: "leila",
				at: [4, "11:10"],
				text: "Release 4.2 is on three boxes since this morning. So far they count to five and sleep.",
			},
			{ by: "tomas", at: [4, "11:12"], text: "As one should." },
			{
				by: "noor",
				at: [1, "14:05"],
				text: "`wake()` runs twice when the clock is set back. Test attached to the branch, mend follows.",
			},
			{
				by: "leila",
				at: [1, "14:31"],
				text: "Found: the alarm was armed *before* the clock was read. ~~Twelve~~ two lines.",
			},
		],
	},
	funding: {
		kind: "private",
		name: "funding-2027",
		topic: "Second round: text by the 12th, figures by the 15th",
		owner: "ines",
		members: ["jonas", "maximiliane", "mireille"],
		unread: 1,
		lines: [
			{
				by: "jonas",
				at: [1, "11:00"],
				text: "The figures are in. We ask for less than last time and promise more, as usual.",
			},
			{
				by: "maximiliane",
				at: [0, "08:10"],
				text: "I have shortened the summary to one page. Please shorten it again.",
			},
		],
	},
	alarms: {
		kind: "public",
		name: "alarms",
		topic: "Machines only: what needs a look before the next tide",
		owner: "tomas",
		members: ["ines", "kofi", "leila"],
		readOnly: true,
		lines: [
			{ by: "tomas", at: [0, "04:12"], text: "**Skerry**: no reading for 2 minutes" },
			{ by: "tomas", at: [0, "04:25"], text: "**Skerry**: no reading for 15 minutes" },
		],
	},
	orders: {
		kind: "public",
		name: LONG_NAME,
		topic:
			"One line an item, with the address where it can be had and until when it is needed, so that nobody has to ask again",
		owner: "oskar",
		members: ["ines", "bram", "tomas"],
		lines: [
			{ by: "oskar", at: [5, "13:00"], text: `Bolts M10: ${SHOP}` },
			{
				by: "bram",
				at: [5, "13:20"],
				text: `And a word that does not break: ${"Tidenhubwasserstandsvorhersage".repeat(4)}`,
			},
		],
	},
	world: {
		kind: "public",
		name: "partners-abroad",
		topic: "تسع محطات وبحر واحد",
		owner: "salma",
		members: ["ines", "dana", "noor", "leila"],
		lines: [
			{ by: "salma", at: [0, "09:05"], text: "صباح الخير. محطة Skerry صامتة منذ الساعة 04:10، والبطارية بخير." },
			{ by: "dana", at: [0, "09:12"], text: "בוקר טוב! אצלנו בחיפה הכול תקין, גובה המים עלה ב־12 ס״מ." },
			{
				by: "leila",
				at: [0, "09:20"],
				text: 'السبب هو `slot = 12`:\n\n```js\nconst start = now.startOfHour("UTC");\n```',
			},
			{ by: "noor", at: [0, "09:31"], text: "A line in English stays as it is, and begins at the left." },
			{
				by: "salma",
				at: [0, "09:40"],
				text: "> الوقت المحلي أم العالمي؟\n\nالعالمي دائما:\n\n1. اقرأ الساعة\n2. ثم اضبط المنبه",
			},
			{ by: "ines", at: [0, "09:44"], text: "شكرا 🙏" },
		],
	},
	archived: {
		kind: "public",
		name: "move-to-the-quay",
		topic: "Boxes, keys, lamps",
		owner: "ines",
		members: ["bram", "oskar"],
		archived: true,
		lines: [
			{ by: "bram", at: [20, "16:00"], text: "The last box is over. The old key goes to the harbour master." },
			{ by: "ines", at: [20, "16:30"], text: "Done. It was a good house." },
		],
	},
	empty: { kind: "public", name: "lock-keeper-display", owner: "ines", members: ["bram", "kofi"], lines: [] },
	/** Ines is not in these: they are found in the directory. */
	foreign: {
		kind: "public",
		name: "first-field-season",
		topic: "For those who stand on a mast for the first time",
		owner: "kofi",
		members: ["wim", "salma"],
		lines: [{ by: "kofi", at: [6, "09:00"], text: "First rule: the hook before the foot." }],
	},
	mireille: {
		kind: "direct",
		members: ["mireille"],
		unread: 1,
		lines: [
			{ by: "ines", at: [1, "12:10"], text: "Did the glue hold?" },
			{ by: "mireille", at: [1, "12:14"], text: "Like a limpet." },
			{ by: "mireille", at: [0, "09:58"], text: "Have you got a minute before the ferry?" },
		],
	},
	kofi: {
		kind: "direct",
		members: ["kofi"],
		lines: [
			{ by: "kofi", at: [1, "19:02"], text: "Seals again. :lazy_seal:" },
			{ by: "ines", at: [1, "19:03"], text: "🦭🦭" },
		],
	},
	several: {
		kind: "direct",
		members: ["noor", "bram", "oskar"],
		lines: [
			{ by: "noor", at: [1, "10:00"], text: "Shall we do the ladder together? Four hands, two of them mine." },
			{ by: "oskar", at: [1, "10:09"], text: "I bring the other two." },
		],
	},
	maximiliane: {
		kind: "direct",
		members: ["maximiliane"],
		lines: [{ by: "maximiliane", at: [3, "11:00"], text: "The letters are large enough now, thank you." }],
	},
	notes: {
		kind: "direct",
		members: ["ines"],
		lines: [
			{
				by: "ines",
				at: [1, "21:10"],
				text: "- [ ] almond cake\n- [ ] ask the lock keeper about his window\n- [x] boots",
			},
		],
	},
} as const satisfies Record<string, Place>;

export type PlaceKey = keyof typeof places;

export const placeKeys = Object.keys(places) as PlaceKey[];

export function placeOf(key: PlaceKey): Place {
	return places[key];
}
