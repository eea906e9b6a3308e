"use client";
import { ChevronLeft, Settings2, Users } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { PlaceLink, setPanel } from "@/components/frame/navigation";
import { InlineText } from "@/components/text/written-text";
import { IconButton } from "@/components/ui/icon-button";
import { mayInRoom } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { RoomIcon } from "./room-icon";

export function RoomHeader({ room }: { room: RoomView }) {
	const me = useMe();
	const panel = useSearchParams().get("panel");
	const toggle = (name: string) => setPanel(panel === name ? null : name);
	const mayChange = mayInRoom(me, room, "change-room");
	return (
		<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:gap-0 max-md:px-1">
			<PlaceLink
				href="/"
				aria-label="Back to the rooms"
				className="grid size-11 shrink-0 place-items-center rounded-sm text-muted md:hidden"
			>
				<ChevronLeft size={24} aria-hidden className="rtl:-scale-x-100" />
			</PlaceLink>
			<div className="flex min-w-0 flex-1 items-center gap-2 max-md:flex-col max-md:items-stretch max-md:gap-0">
				<h1
					title={room.displayName}
					className="flex min-w-0 items-center gap-1.5 text-lg tracking-tight max-md:text-base md:max-w-[60%] md:shrink-0"
				>
					<RoomIcon room={room} className={room.with ? "me-1.5" : "text-muted"} presence />
					<span dir="auto" className="cut">
						{room.displayName}
					</span>
				</h1>
				<p className="cut text-xs text-muted md:hidden">{countWords(room)}</p>
				{room.topic ? (
					<p
						dir="auto"
						title={room.topic}
						className="cut border-s border-border-strong ps-3 ms-1 text-sm text-muted max-md:hidden"
					>
						<InlineText text={room.topic} />
					</p>
				) : (
					mayChange && (
						<button
							type="button"
							onClick={() => setPanel("settings")}
							className="ms-1 border-s border-border-strong ps-3 text-sm text-link hover:underline max-md:hidden"
						>
							Add a topic
						</button>
					)
				)}
			</div>
			<button
				type="button"
				onClick={() => toggle("members")}
				aria-label={`Members, ${room.memberCount}`}
				aria-expanded={panel === "members"}
				title="Members"
				className="flex h-8 shrink-0 items-center gap-1.5 rounded-sm px-2 text-ui font-medium text-muted tabular-nums hover:bg-raised-hover hover:text-text aria-expanded:bg-accent-soft aria-expanded:text-on-accent-soft pointer-coarse:h-11"
			>
				<Users size={18} strokeWidth={1.75} aria-hidden />
				{room.memberCount}
			</button>
			{room.kind !== "direct" && (
				<IconButton
					icon={Settings2}
					label="Room settings"
					aria-expanded={panel === "settings"}
					on={panel === "settings"}
					onClick={() => toggle("settings")}
				/>
			)}
		</header>
	);
}

function countWords({ memberCount }: RoomView): string {
	return memberCount === 1 ? "1 member" : `${memberCount} members`;
}
