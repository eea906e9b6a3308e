import { Info } from "lucide-react";
import { memo } from "react";
import { useTimes } from "@/components/words/use-times";
import type { Message } from "@/lib/shared/schemas/message";
import { DayLine, NewLine } from "./lines";
import { NoticeWords } from "./notice-words";

type Props = { message: Message; newDay: boolean; newLine: boolean };

export const NoticeRow = memo(function NoticeRow({ message, newDay, newLine }: Props) {
	const { clockTime, fullTime } = useTimes();
	return (
		<>
			{newDay && <DayLine at={message.at} />}
			{newLine && <NewLine />}
			<div className="flex gap-3 px-6 pt-2.75 pb-0.75 text-sm leading-5 text-muted max-md:px-3.5">
				<span className="grid h-5 w-(--avatar) shrink-0 place-items-center text-faint">
					<Info size={16} strokeWidth={1.75} aria-hidden />
				</span>
				<p className="min-w-0 wrap-anywhere">
					<NoticeWords message={message} />{" "}
					<time dateTime={message.at} title={fullTime(message.at)} className="text-xs text-faint tabular-nums">
						{clockTime(message.at)}
					</time>
				</p>
			</div>
		</>
	);
});
