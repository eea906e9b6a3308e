/** What is sent at Brackwater besides words. */
import sharp from "sharp";

export const files = {
	"ostmole-from-the-boat.jpg": () =>
		sharp(Buffer.from(view(1_600, 800)))
			.jpeg()
			.toBuffer(),
	"readings-week-47-all-stations-with-corrections.csv": async () =>
		Buffer.from(
			`station;readings;complete\n${"Ostmole;1902;94.3\nSkerry;1871;92.8\nGrey Sound;2016;100\n".repeat(400)}`,
		),
} satisfies Record<string, () => Promise<Buffer>>;

export type FileName = keyof typeof files;

/** @returns the id of the file, for the message */
export async function uploadTo(url: string, token: string, roomId: string, name: FileName): Promise<string> {
	const form = new FormData();
	form.append("file", new File([new Uint8Array(await files[name]())], name));
	const headers = { Authorization: `Bearer ${token}` };
	const response = await fetch(`${url}/api/rooms/${roomId}/files`, { method: "POST", headers, body: form });
	if (!response.ok) throw new Error(`${name} could not be uploaded: ${response.status} ${await response.text()}`);
	const { file }: { file: { id: string } } = JSON.parse(await response.text());
	return file.id;
}

/** A mast on a dike before the sun goes down. */
function view(width: number, height: number): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="${width}" height="${height}">
		<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#2f5d74"/><stop offset="1" stop-color="#f2b98a"/></linearGradient></defs>
		<rect width="200" height="100" fill="url(#sky)"/><circle cx="138" cy="58" r="9" fill="#ffe6b0"/>
		<rect y="62" width="200" height="38" fill="#5b7f8c"/><path d="M0 58l30-6 30 5 40-3 50 5 50-4v7H0z" fill="#2d4f5e"/>
		<path d="M0 88q60-22 120-6t80-2v20H0z" fill="#47663d"/>
		<path d="M72 24v62" stroke="#26363c" stroke-width="1.6"/><rect x="68" y="42" width="8" height="9" fill="#e9eeee"/>
		<path d="M58 30l14-5 2 6-14 5z" fill="#1c3f63"/><path d="M70 20h4M72 16v8" stroke="#26363c"/>
	</svg>`;
}
