/** The pictures of Brackwater, drawn: nothing of them belongs to anybody else. */
import sharp from "sharp";
import type { Username } from "./people.ts";

type Look = { ground: string; skin: string; hair: string; coat: string; long?: true; beard?: true; glasses?: true };

/** Who has a picture. The others have their letter. */
const faces: Partial<Record<Username, Look>> = {
	ines: { ground: "#cfe3e2", skin: "#e0b08a", hair: "#3b2a22", coat: "#0f6c74" },
	tomas: { ground: "#f6dcc4", skin: "#efc6a4", hair: "#b98a4e", coat: "#5d6b3f", beard: true },
	leila: { ground: "#f3d3c3", skin: "#c98c62", hair: "#2a1c18", coat: "#b8452e", long: true },
	kofi: { ground: "#d5e2bd", skin: "#7a4a2c", hair: "#1d1613", coat: "#2f5d74" },
	mireille: { ground: "#f7dfb2", skin: "#a9683f", hair: "#1f1714", coat: "#f4f1ea", long: true, glasses: true },
	noor: { ground: "#d8d2ee", skin: "#c68f66", hair: "#5b5ca8", coat: "#5b5ca8", long: true },
};

export const withFaces = Object.keys(faces) as Username[];

export function faceOf(who: Username): Promise<Buffer> {
	const look = faces[who];
	if (!look) throw new Error(`${who} has no picture.`);
	const { ground, skin, hair, coat, long, beard, glasses } = look;
	return png(
		256,
		256,
		`<rect width="100" height="100" fill="${ground}"/>
		${long ? `<path d="M26 40q0-24 24-24t24 24v38H26z" fill="${hair}"/>` : ""}
		<path d="M14 104q0-32 36-32t36 32z" fill="${coat}"/><rect x="43" y="58" width="14" height="18" fill="${skin}"/>
		<ellipse cx="50" cy="46" rx="17" ry="20" fill="${skin}"/>
		<path d="M32 46q-2-24 18-25t18 25q-4-14-12-15-14 4-24 15z" fill="${hair}"/>
		${beard ? `<path d="M33 50q2 20 17 20t17-20q-5 9-17 9t-17-9z" fill="${hair}"/>` : ""}
		<circle cx="43.5" cy="47" r="2" fill="#26201d"/><circle cx="56.5" cy="47" r="2" fill="#26201d"/>
		${glasses ? '<g fill="none" stroke="#26201d" stroke-width="1.6"><circle cx="43.5" cy="47" r="5.5"/><circle cx="56.5" cy="47" r="5.5"/><path d="M49 46h2"/></g>' : ""}
		<path d="M44 57q6 4 12 0" fill="none" stroke="#26201d" stroke-width="1.8" stroke-linecap="round"/>`,
	);
}

/** The emoji of the server's own, by name. */
export const ownEmoji = {
	lazy_seal: `<path d="M8 74q4-46 44-46 38 0 40 42 0 10-12 10H20Q8 80 8 74z" fill="#8b98a5"/><circle cx="40" cy="50" r="5" fill="#22292f"/>
		<circle cx="66" cy="50" r="5" fill="#22292f"/><ellipse cx="53" cy="60" rx="6" ry="4" fill="#22292f"/>`,
	low_water: `<path d="M50 8v84" stroke="#5c6b73" stroke-width="8"/><path d="M34 24h32M34 42h32" stroke="#5c6b73" stroke-width="6"/>
		<path d="M4 74q12-10 23 0t23 0 23 0 23 0v22H4z" fill="#0f6c74"/>`,
	the_kettle_that_whistles_in_f: `<path d="M24 40h46l8 44H16z" fill="#c4470f"/><path d="M76 46l16-10" stroke="#c4470f" stroke-width="9"/>
		<path d="M30 38q17-30 34 0" fill="none" stroke="#26201d" stroke-width="6"/>`,
} as const;

export type OwnEmoji = keyof typeof ownEmoji;

export const emojiOf = (name: OwnEmoji): Promise<Buffer> => png(96, 96, ownEmoji[name]);

/** Where the masts of the north side stand. */
export function map(): Promise<Buffer> {
	return sharp(
		svg(
			256,
			212,
			`<rect width="100" height="100" fill="#e8ecd9"/><path d="M30 0h70v60Q70 20 30 0z" fill="#cfe3e2"/>
			<path d="M0 60q30-6 46 16t54 10v14H0z" fill="#d5dfb5"/>
			<path d="M0 70q30-14 52 0t48 2M34 0q4 30 66 46" fill="none" stroke="#fff" stroke-width="3"/>
			<g fill="#0f6c74"><circle cx="30" cy="32" r="5"/><circle cx="78" cy="70" r="5"/><circle cx="56" cy="54" r="4.5"/></g>
			<circle cx="56" cy="54" r="8" fill="none" stroke="#0f6c74" stroke-width="2"/>`,
			"none",
		),
	)
		.webp()
		.toBuffer();
}

/** A mast on a dike before the sun goes down. */
export function view(): Promise<Buffer> {
	const drawing = `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#2f5d74"/><stop offset="1" stop-color="#f2b98a"/></linearGradient></defs>
		<g transform="scale(0.5 1)"><rect width="200" height="100" fill="url(#sky)"/><circle cx="138" cy="58" r="9" fill="#ffe6b0"/>
		<rect y="62" width="200" height="38" fill="#5b7f8c"/><path d="M0 58l30-6 30 5 40-3 50 5 50-4v7H0z" fill="#2d4f5e"/>
		<path d="M0 88q60-22 120-6t80-2v20H0z" fill="#47663d"/>
		<path d="M72 24v62" stroke="#26363c" stroke-width="1.6"/><rect x="68" y="42" width="8" height="9" fill="#e9eeee"/>
		<path d="M58 30l14-5 2 6-14 5z" fill="#1c3f63"/><path d="M70 20h4M72 16v8" stroke="#26363c"/></g>`;
	return sharp(svg(1_600, 800, drawing, "none"))
		.jpeg()
		.toBuffer();
}

function png(width: number, height: number, drawing: string): Promise<Buffer> {
	return sharp(svg(width, height, drawing))
		.png()
		.toBuffer();
}

/** Drawn on a square of 100. */
function svg(width: number, height: number, drawing: string, ratio = "xMidYMid"): Buffer {
	const size = `width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="${ratio}"`;
	return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawing}</svg>`);
}
