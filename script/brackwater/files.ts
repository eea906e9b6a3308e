/** What is sent at Brackwater besides words. */
import { emojiOf, faceOf, type OwnEmoji, ownEmoji, view, withFaces } from "./drawings.ts";
import type { Username } from "./people.ts";

export const files = {
	"ostmole-from-the-boat.jpg": view,
	"readings-week-47-all-stations-with-corrections.csv": async () =>
		Buffer.from(
			`station;readings;complete\n${"Ostmole;1902;94.3\nSkerry;1871;92.8\nGrey Sound;2016;100\n".repeat(400)}`,
		),
} satisfies Record<string, () => Promise<Buffer>>;

export type FileName = keyof typeof files;

/** @returns the id of the file, for the message */
export async function uploadTo(url: string, token: string, roomId: string, name: FileName): Promise<string> {
	const answer = await sendFile(`${url}/api/rooms/${roomId}/files`, "POST", token, name, await files[name]());
	const { file }: { file: { id: string } } = JSON.parse(answer);
	return file.id;
}

/** Everybody's own picture, and the emoji that Ines has made. */
export async function uploadPictures(url: string, tokenOf: (who: Username) => string): Promise<void> {
	for (const who of withFaces)
		await sendFile(`${url}/api/me/avatar`, "PUT", tokenOf(who), `${who}.png`, await faceOf(who));
	for (const name of Object.keys(ownEmoji) as OwnEmoji[])
		await sendFile(`${url}/api/emoji/${name}`, "PUT", tokenOf("ines"), `${name}.png`, await emojiOf(name));
}

async function sendFile(address: string, method: string, token: string, name: string, content: Buffer) {
	const form = new FormData();
	form.append("file", new File([new Uint8Array(content)], name));
	const response = await fetch(address, { method, headers: { Authorization: `Bearer ${token}` }, body: form });
	const text = await response.text();
	if (!response.ok) throw new Error(`${name} could not be uploaded: ${response.status} ${text}`);
	return text;
}
