import { Hash, Lock } from "lucide-react";
import { Face } from "@/components/people/face";
import { classNames } from "@/components/ui/class-names";
import type { RoomView } from "@/lib/shared/schemas/room";

type Props = {
	room: Pick<RoomView, "kind" | "with">;
	className?: string | undefined;
	presence?: boolean;
	size?: number;
};

/** A sign for the kind of room, or the face of the person at the other end. */
export function RoomIcon({ room, className, presence = false, size = 18 }: Props) {
	const [person, ...others] = room.with ?? [];
	if (person) {
		return (
			<span className={classNames("-mx-[1px] shrink-0", className)}>
				<Face person={person} size={size + 2} presence={presence && others.length === 0} />
			</span>
		);
	}
	const Icon = room.kind === "private" ? Lock : Hash;
	return <Icon size={size} strokeWidth={1.75} aria-hidden className={classNames("shrink-0 opacity-85", className)} />;
}
