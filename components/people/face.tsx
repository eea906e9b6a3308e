import type { Author, User } from "@/lib/shared/schemas/user";
import { PresenceDot } from "./presence-dot";

const GROUNDS = 8;
/** The smaller of the sizes that pictures are kept in is enough for this, on screens with small pixels too. */
const SMALL_PX = 48;
const grounds = Array.from({ length: GROUNDS }, (_, i) => ({
	background: `var(--face-${i + 1})`,
	color: `var(--on-face-${i + 1})`,
}));

/** Made once: a list has many faces. */
const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });

type Props = { person: Author & Partial<Pick<User, "status">>; size?: number; presence?: boolean };

/** A person's picture; until it is there, and where there is none, the initial on a ground that stays the same. The name stands beside it. */
export function Face({ person, size = 36, presence = false }: Props) {
	return (
		<span aria-hidden="true" className="relative block shrink-0" style={{ width: size, height: size }}>
			<span
				className="grid size-full place-items-center rounded-person leading-none font-semibold"
				style={{ ...grounds[groundOf(person.id)], fontSize: Math.max(10, size * 0.38) }}
			>
				{initialOf(person.name)}
			</span>
			{person.avatar && (
				// biome-ignore lint/performance/noImgElement: served by us in its size; Next's optimiser would fetch and keep it again
				<img
					key={person.avatar}
					src={size > SMALL_PX ? person.avatar : `${person.avatar}?size=${SMALL_PX * 2}`}
					alt=""
					width={size}
					height={size}
					loading="lazy"
					decoding="async"
					draggable={false}
					className="absolute inset-0 size-full rounded-person object-cover"
				/>
			)}
			{presence && (
				<PresenceDot userId={person.id} said={person.status?.state} size={Math.min(13, Math.max(8, size * 0.3))} />
			)}
		</span>
	);
}

function groundOf(id: string): number {
	let sum = 0;
	for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
	return sum % GROUNDS;
}

/** The first thing that is read as one character, whatever it is made of. */
function initialOf(name: string): string {
	const [first] = signs.segment(name.trim());
	return (first?.segment ?? "?").toLocaleUpperCase();
}
