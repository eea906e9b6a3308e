/** What became of messages and rooms besides talk: reactions, pins, what Ines saved, what she prefers. */
import type { Room } from "./brackwater.ts";
import type { Call } from "./calls.ts";
import type { Username } from "./people.ts";
import type { PlaceKey } from "./talk.ts";

type Mark = { room: PlaceKey; text: string };

const reactions: (Mark & { by: Username[]; emoji: string })[] = [
	{ room: "tide-gauges", text: "two very relaxed seals", by: ["ines", "leila", "noor", "bram", "tomas"], emoji: "🦭" },
	{ room: "tide-gauges", text: "two very relaxed seals", by: ["mireille", "oskar"], emoji: "❤️" },
	{ room: "tide-gauges", text: "Planks are ordered", by: ["kofi"], emoji: "😂" },
	{ room: "firmware", text: "As one should", by: ["noor", "leila"], emoji: ":low_water:" },
];
const pins: Mark[] = [
	{ room: "tide-gauges", text: "The boat is free on Thursday" },
	{ room: "tide-gauges", text: "Low water there is at 14:31" },
];
const saved: Mark[] = [
	{ room: "tide-gauges", text: "Good morning. Skerry has been silent" },
	{ room: "data-quality", text: "Both behind the new crane" },
	{ room: "tide-gauges", text: "are you on the afternoon ferry?" },
];
const favorites: PlaceKey[] = ["tide-gauges", "mireille"];

export async function leaveMarks(rooms: Record<PlaceKey, Room>, as: (who: Username) => Call): Promise<void> {
	const path = ({ room, text }: Mark) =>
		`/api/messages/${rooms[room].sent.find((sent) => sent.text.includes(text))?.id}`;
	for (const { by, emoji, ...mark } of reactions) {
		for (const who of by) await as(who)("PUT", `${path(mark)}/reactions/${encodeURIComponent(emoji)}`);
	}
	for (const mark of pins) await as("ines")("PUT", `${path(mark)}/pin`);
	for (const mark of saved) await as("ines")("PUT", `${path(mark)}/star`);
	for (const room of favorites) await as("ines")("PUT", `/api/rooms/${rooms[room].id}/involvement`, { favorite: true });
	await as("ines")("PUT", `/api/rooms/${rooms.alarms.id}/involvement`, { level: "nothing" });
}
