import { endingOf } from "./clean-name.ts";

/** So much of a file tells what it is. */
export const HEAD_BYTES = 4_100;

export const UNKNOWN_TYPE = "application/octet-stream";

/** Shown by the browser when its address is opened. Anything else is downloaded: what may hold script is never on this list,
 * nor a PDF: a browser refuses to show one that is sandboxed. */
const SHOWN = new Set([
	"image/png",
	"image/jpeg",
	"image/gif",
	"image/webp",
	"image/avif",
	"video/mp4",
	"video/webm",
	"video/ogg",
	"video/quicktime",
	"audio/mpeg",
	"audio/mp4",
	"audio/aac",
	"audio/ogg",
	"audio/wav",
	"audio/flac",
	"text/plain",
]);

/** Images that are decoded here, for their size and a smaller picture. */
const DECODED = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

export const isShown = (type: string) => SHOWN.has(type);
export const isDecoded = (type: string) => DECODED.has(type);

/**
 * What a file is, by its first bytes. Its name only tells apart what is equally harmless: a table from a text, a document from the
 * archive that it technically is.
 * @param head the first `HEAD_BYTES`, or all of a shorter file
 */
export function sniffType(head: Buffer, name: string): string {
	const found = bySignature(head) ?? (isText(head) ? textType(head) : UNKNOWN_TYPE);
	return byEnding[found]?.[endingOf(name)] ?? found;
}

const byEnding: Record<string, Record<string, string>> = {
	"text/plain": { ".csv": "text/csv", ".md": "text/markdown", ".json": "application/json", ".ics": "text/calendar" },
	"application/zip": {
		".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
		".odt": "application/vnd.oasis.opendocument.text",
		".ods": "application/vnd.oasis.opendocument.spreadsheet",
		".odp": "application/vnd.oasis.opendocument.presentation",
	},
};

const signatures: [type: string, bytes: number[]][] = [
	["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	["image/jpeg", [0xff, 0xd8, 0xff]],
	["image/gif", [...Buffer.from("GIF87a")]],
	["image/gif", [...Buffer.from("GIF89a")]],
	["image/tiff", [0x49, 0x49, 0x2a, 0x00]],
	["image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
	["application/pdf", [...Buffer.from("%PDF-")]],
	["application/zip", [0x50, 0x4b, 0x03, 0x04]],
	["application/zip", [0x50, 0x4b, 0x05, 0x06]],
	["application/gzip", [0x1f, 0x8b]],
	["application/x-7z-compressed", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
	["application/vnd.rar", [...Buffer.from("Rar!")]],
	["audio/flac", [...Buffer.from("fLaC")]],
	["audio/mpeg", [...Buffer.from("ID3")]],
	["audio/mpeg", [0xff, 0xfb]],
	["audio/mpeg", [0xff, 0xfa]],
	["audio/mpeg", [0xff, 0xf3]],
	["audio/mpeg", [0xff, 0xf2]],
	["audio/aac", [0xff, 0xf1]],
	["audio/aac", [0xff, 0xf9]],
];

function bySignature(head: Buffer): string | undefined {
	const at = (from: number, length: number) => head.toString("latin1", from, from + length);
	if (at(0, 4) === "RIFF") return { WEBP: "image/webp", WAVE: "audio/wav" }[at(8, 4)] ?? UNKNOWN_TYPE;
	if (at(4, 4) === "ftyp") return brandType(at(8, 4));
	if (at(0, 4) === "OggS") return at(0, HEAD_BYTES).includes("theora") ? "video/ogg" : "audio/ogg";
	if (at(0, 4) === "\x1a\x45\xdf\xa3") return at(0, 64).includes("webm") ? "video/webm" : "video/x-matroska";
	return signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];
}

/** Of the family of MP4. */
function brandType(brand: string): string {
	if (brand === "avif" || brand === "avis") return "image/avif";
	if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return "image/heic";
	if (brand === "qt  ") return "video/quicktime";
	return brand.startsWith("M4A") || brand.startsWith("M4B") ? "audio/mp4" : "video/mp4";
}

/** UTF-8 without characters that no text has. */
function isText(head: Buffer): boolean {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
		// biome-ignore lint/suspicious/noControlCharactersInRegex: those that texts do not have are what is looked for
		return !/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(text);
	} catch {
		return false;
	}
}

/** Anything that a browser might take for a page is called one, so that it is only ever downloaded. */
function textType(head: Buffer): string {
	const text = head
		.toString("utf8")
		.replace(/^\uFEFF?\s*/, "")
		.toLowerCase();
	if (!/^<[a-z!?/]/.test(text)) return "text/plain";
	if (text.includes("<svg")) return "image/svg+xml";
	return text.startsWith("<?xml") ? "application/xml" : "text/html";
}

/** @param list `image/png, image/*` */
export function isListed(type: string, list: string): boolean {
	const [family] = type.split("/");
	const entries = list.split(",").map((entry) => entry.trim().toLowerCase());
	return entries.includes(type) || entries.includes(`${family}/*`) || entries.includes("*/*");
}
