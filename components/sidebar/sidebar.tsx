"use client";
import { Compass, MessageSquarePlus, Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { CreateRoomDialog } from "@/components/rooms/create-room-dialog";
import { DirectDialog } from "@/components/rooms/direct-dialog";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Mark } from "@/components/ui/logo";
import { may } from "@/lib/client/rights";
import { inOrder } from "@/lib/client/room-order";
import { useMe, useRooms, useServerInfo } from "@/lib/client/session";
import { OwnMenu } from "./own-menu";
import { Section } from "./section";

export function Sidebar({ className }: { className: string }) {
	const me = useMe();
	const rooms = useRooms();
	const { name } = useServerInfo();
	const router = useRouter();
	const path = usePathname();
	const [dialog, setDialog] = useState<"room" | "direct">();
	const { named, direct } = inOrder(rooms);
	const mayCreate = may(me, "room-create-public") || may(me, "room-create-private");
	const newDirect = (
		<IconButton icon={MessageSquarePlus} label="New direct message" onClick={() => setDialog("direct")} />
	);

	return (
		<div
			className={classNames(
				"flex shrink-0 flex-col border-e border-border bg-sunken text-ui [--ground:var(--surface-sunken)] max-md:bg-surface max-md:[--ground:var(--surface)]",
				className,
			)}
		>
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 ps-4 pe-3">
				<Mark />
				<span title={name} className="cut flex-1 text-base font-semibold">
					{name}
				</span>
				{may(me, "room-create-direct") && newDirect}
				<OwnMenu />
			</header>
			<nav aria-label="Rooms and direct messages" className="min-h-0 flex-1 overflow-y-auto px-2 pb-6">
				<Section
					title="Rooms"
					rooms={named}
					empty="You are in no room yet. Look through the directory and join one."
					actions={
						<>
							<IconButton
								size="small"
								icon={Compass}
								label="Browse rooms"
								on={path === "/directory"}
								onClick={() => router.push("/directory")}
							/>
							{mayCreate && <IconButton size="small" icon={Plus} label="New room" onClick={() => setDialog("room")} />}
						</>
					}
				/>
				<Section
					title="Direct messages"
					rooms={direct}
					empty="Talk with one person or a few, and nobody else."
					actions={
						may(me, "room-create-direct") && (
							<IconButton size="small" icon={Plus} label="Start a direct message" onClick={() => setDialog("direct")} />
						)
					}
				/>
			</nav>
			{dialog === "room" && <CreateRoomDialog onClose={() => setDialog(undefined)} />}
			{dialog === "direct" && <DirectDialog onClose={() => setDialog(undefined)} />}
		</div>
	);
}
