/** Alone a sign each, the first of their versions; the newest one that is drawn in colours tells how old the device's emoji are. */
const FIRST_OF: [version: number, emoji: string][] = [
	[16, "🫩"],
	[15, "🫨"],
	[14, "🫠"],
	[13, "🥲"],
	[12, "🥱"],
	[11, "🥰"],
	[5, "🤩"],
];
const SIZE = 16;

let newest: number | undefined;

/** The newest version of emoji that this device draws. */
export function newestVersion(): number {
	newest ??= FIRST_OF.find(([, emoji]) => isDrawn(emoji))?.[0] ?? 4;
	// What came after the newest that is known here is part of the same fonts.
	return newest === FIRST_OF[0]?.[0] ? Number.POSITIVE_INFINITY : newest + 0.9;
}

function isDrawn(emoji: string): boolean {
	const canvas = document.createElement("canvas");
	canvas.width = canvas.height = SIZE;
	const context = canvas.getContext("2d", { willReadFrequently: true });
	if (!context) return true;
	context.textBaseline = "top";
	context.font = `${SIZE - 2}px sans-serif`;
	context.fillText(emoji, 0, 0);
	const { data } = context.getImageData(0, 0, SIZE, SIZE);
	for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return true;
	return false;
}
