"use client";
import {
	Archive,
	ArchiveRestore,
	Globe,
	Lock,
	LogIn,
	LogOut,
	type LucideIcon,
	Megaphone,
	MicOff,
	Pencil,
	Plus,
	Shield,
	UserMinus,
	Users,
} from "lucide-react";
import { memo } from "react";
import type { Times } from "@/components/words/times";
import type { Message, NoticeType } from "@/lib/shared/schemas/message";
import { NoticeWords } from "./notice-words";

const icons: Record<NoticeType, LucideIcon> = {
	created: Plus,
	joined: LogIn,
	left: LogOut,
	added: Users,
	removed: UserMinus,
	renamed: Pencil,
	topic: Pencil,
	role: Shield,
	archived: Archive,
	unarchived: ArchiveRestore,
	"made-public": Globe,
	"made-private": Lock,
	"read-only": MicOff,
	writable: Megaphone,
	"turned-into-room": Lock,
};

type Props = { notices: Message[]; at: string; times: Times };

/** What happened in the room besides talk; what happened several times over is one line. */
export const NoticeRow = memo(function NoticeRow({ notices, at, times }: Props) {
	const type = notices[0]?.notice?.type;
	if (!type) return null;
	const Icon = icons[type];
	return (
		<div className="flex gap-3 px-6 pt-3.25 pb-0.75 text-sm leading-5 text-muted max-md:px-3.5">
			<span className="grid h-5 w-(--avatar) shrink-0 place-items-center text-faint">
				<Icon
					size={16}
					strokeWidth={1.75}
					aria-hidden
					className={type === "joined" || type === "left" ? "rtl:-scale-x-100" : undefined}
				/>
			</span>
			<p className="max-w-(--measure) min-w-0 wrap-anywhere">
				<NoticeWords notices={notices} />{" "}
				<time dateTime={at} title={times.fullTime(at)} className="ms-1 text-xs text-faint tabular-nums">
					{times.clockTime(at)}
				</time>
			</p>
		</div>
	);
}, isSame);

function isSame(before: Props, now: Props): boolean {
	const { notices, at, times } = before;
	if (at !== now.at || times !== now.times || notices.length !== now.notices.length) return false;
	return notices.every((notice, index) => notice === now.notices[index]);
}
