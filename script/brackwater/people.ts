/** Who works at Brackwater. Ines set the server up, and is the one who looks in pictures and checks. */
type Person = {
	name: string;
	bio?: string;
	/** Where he works, in the profile's field for that. */
	station?: string;
	/** What others see while the page is looked at. */
	shown: "online" | "away" | "busy" | "offline";
	status?: { text: string; emoji?: string };
};

export const people = {
	ines: {
		name: "Ines",
		bio: "Looks after nine gauges and everybody who looks after them. Mondays at the harbour office.",
		station: "Harbour office",
		shown: "online",
	},
	tomas: { name: "Tomas", bio: "Electronics, batteries, bad puns.", shown: "online" },
	leila: {
		name: "Leila",
		bio: "Firmware. If it wakes up at the wrong time, it is mine.",
		station: "Harbour office",
		shown: "online",
		status: { text: "On the bench with module seven", emoji: "🔧" },
	},
	kofi: { name: "Kofi", bio: "Field work, north side.", shown: "online" },
	mireille: { name: "Mireille", shown: "busy", status: { text: "In the clean room until noon", emoji: "🧪" } },
	noor: { name: "Noor", shown: "away" },
	bram: { name: "Bram", bio: "Boats, ropes and permits.", shown: "away" },
	oskar: { name: "Oskar", shown: "offline" },
	jonas: { name: "Jonas", bio: "Numbers that have to agree.", shown: "away" },
	maximiliane: { name: "Maximiliane-Theodora von Hohenwarth-Liebenau zu Alt-Schwarzenfels", shown: "offline" },
	dana: { name: "דנה לוי", shown: "offline" },
	salma: { name: "سلمى الخطيب", shown: "online" },
	wim: { name: "Wim", shown: "offline" },
	/** Has an account and is in no room yet. */
	pia: { name: "Pia", shown: "offline" },
} as const satisfies Record<string, Person>;

/** What can stand in a profile besides: the setting Accounts_CustomFields. */
export const profileFields = {
	station: {
		type: "select",
		label: "Station",
		options: ["Harbour office", "Northern gauges", "Workshop"],
		required: true,
	},
	phone: { type: "text", label: "Phone", maxLength: 40 },
	locker: { type: "text", label: "Locker", public: false, editable: false },
};

export type Username = keyof typeof people;

export const usernames = Object.keys(people) as Username[];

export function personOf(username: Username): Person {
	return people[username];
}
