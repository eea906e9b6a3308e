"use client";
import { useTranslations } from "use-intl";
import { useParam } from "@/components/frame/address";
import { setPanel } from "@/components/frame/navigation";
import { Face } from "@/components/people/face";
import { useFirstMembers } from "@/lib/client/rooms";
import type { RoomView } from "@/lib/shared/schemas/room";

const SHOWN = 3;

/** A few faces and how many there are; opens the list of them. */
export function MembersButton({ room }: { room: RoomView }) {
	const t = useTranslations("rooms");
	const isOpen = useParam("panel") === "members";
	const members = useFirstMembers(room.id, SHOWN, true);
	const people = members.data?.map(({ user }) => user) ?? [];
	// Their place is kept until they are known.
	const waiting = members.isPending ? Math.min(SHOWN, room.memberCount) : 0;
	return (
		<button
			type="button"
			onClick={() => setPanel(isOpen ? null : "members")}
			aria-label={t("header.members", { count: room.memberCount })}
			aria-expanded={isOpen}
			title={t("members.title")}
			className="flex h-8 shrink-0 items-center gap-1.5 rounded-sm px-2 text-sm font-medium text-muted tabular-nums hover:bg-raised-hover hover:text-text hover:[--ground:var(--surface-raised-hover)] aria-expanded:bg-accent-soft aria-expanded:text-on-accent-soft aria-expanded:[--ground:var(--accent-soft)] pointer-coarse:h-11"
		>
			<span className="flex -space-x-1 rtl:space-x-reverse">
				{people.slice(0, SHOWN).map((person) => (
					<span key={person.id} className="rounded-person shadow-[0_0_0_2px_var(--ground,var(--surface))]">
						<Face person={person} size={22} />
					</span>
				))}
				{Array.from({ length: waiting }, (_, index) => index).map((index) => (
					<span key={index} className="size-5.5 rounded-person bg-chip" />
				))}
			</span>
			{room.memberCount}
		</button>
	);
}
