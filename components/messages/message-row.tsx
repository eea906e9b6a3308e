"use client";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { Face } from "@/components/people/face";
import { WrittenText } from "@/components/text/written-text";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { useTimes } from "@/components/words/use-times";
import { EditForm } from "./edit-form";
import { DayLine, NewLine } from "./lines";
import { HoverBar, type Rights, SheetActions, useActions } from "./message-actions";
import { PendingState } from "./pending-state";
import type { Row } from "./rows";
import { useLongPress } from "./use-long-press";

type Props = Row &
	Rights & {
		highlighted: boolean;
		tabbable: boolean;
		coarse: boolean;
		editing: boolean;
		onEdit: (id: string | undefined) => void;
	};

/** A message of somebody, and what stands above it. */
export const MessageRow = memo(function MessageRow({ highlighted, tabbable, coarse, editing, onEdit, ...row }: Props) {
	const { id, author, at, message, pending, first } = row;
	const t = useTranslations("messages");
	const { clockTime, fullTime, shortTime } = useTimes();
	const [active, setActive] = useState(false);
	const [sheet, setSheet] = useState(false);
	const actions = useActions(message, row, onEdit);
	const press = useLongPress(() => coarse && message && setSheet(true));
	const text = pending?.text ?? message?.text ?? "";
	return (
		<>
			{row.newDay && <DayLine at={at} />}
			{row.newLine && <NewLine />}
			{/* Space, not a margin: the list measures what is inside a row. */}
			{first && <div className="h-2.5" />}
			<article
				data-message={id}
				tabIndex={tabbable ? 0 : -1}
				aria-label={t("message", { name: author.name, time: clockTime(at) })}
				onPointerEnter={(event) => event.pointerType === "mouse" && setActive(true)}
				onPointerLeave={() => setActive(false)}
				onFocus={() => setActive(true)}
				onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setActive(false)}
				onKeyDown={(event) => {
					if (event.key !== "e" || event.target !== event.currentTarget || !actions.edit) return;
					event.preventDefault();
					actions.edit();
				}}
				{...press}
				className={classNames(
					"relative grid pointer-coarse:select-none grid-cols-[var(--avatar)_minmax(0,1fr)] gap-x-3 px-6 py-0.75 focus-visible:-outline-offset-2 max-md:px-3.5",
					first && "pt-1.25",
					highlighted ? "bg-highlight/40" : active && "bg-hover",
				)}
			>
				{first ? (
					<span className={classNames("mt-0.75", pending && "opacity-60")}>
						<Face person={author} />
					</span>
				) : (
					<time
						dateTime={at}
						title={fullTime(at)}
						className={classNames(
							"-ms-2 text-end text-xs leading-5.5 whitespace-nowrap text-faint tabular-nums",
							!active && "invisible",
						)}
					>
						{shortTime(at)}
					</time>
				)}
				<div className={classNames("max-w-(--measure) min-w-0", pending && "text-faint")}>
					{first && (
						<div className="flex min-w-0 items-baseline gap-2 leading-5.5">
							<bdi className="font-semibold wrap-anywhere text-text">{author.name}</bdi>
							<time dateTime={at} title={fullTime(at)} className="shrink-0 text-xs text-faint tabular-nums">
								{clockTime(at)}
							</time>
						</div>
					)}
					{editing && message ? (
						<EditForm message={message} onDone={() => onEdit(undefined)} />
					) : message?.deletedAt ? (
						<p className="text-muted">{t("deleted")}</p>
					) : (
						<WrittenText
							text={text}
							mentions={message?.mentions}
							after={
								message?.editedAt && (
									<time
										dateTime={message.editedAt}
										title={fullTime(message.editedAt)}
										className="ms-1.5 text-xs text-faint"
									>
										{t("edited")}
									</time>
								)
							}
						/>
					)}
					{pending && <PendingState pending={pending} />}
				</div>
				{active && !editing && !coarse && message && <HoverBar actions={actions} />}
			</article>
			{sheet && (
				<Dialog sheet title={author.name} onClose={() => setSheet(false)}>
					<SheetActions actions={actions} close={() => setSheet(false)} />
				</Dialog>
			)}
			{actions.dialog}
		</>
	);
});
