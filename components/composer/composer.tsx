"use client";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { AttachButton } from "@/components/files/attach-button";
import { useAttach } from "@/components/files/use-attach";
import { useRoomName } from "@/components/rooms/use-room-name";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { lateComponent } from "@/components/ui/late-component";
import { useCoarse, useWide } from "@/components/ui/use-media";
import { lateDialog } from "@/components/words/late-dialog";
import {
	draftOf,
	draftSent,
	keepDraft,
	placeOfDraft,
	quoteInDraft,
	quoteOfDraft,
	useDraft,
	useQuoteInDraft,
} from "@/lib/client/drafts";
import { outbox } from "@/lib/client/outbox";
import { useMe, useServerInfo } from "@/lib/client/session";
import { sayTyping, typingEnded } from "@/lib/client/typing";
import { isUploaded, stopWaiting, takeUploads, useIsWaiting, useUploads, whenUploaded } from "@/lib/client/uploads";
import type { RoomView } from "@/lib/shared/schemas/room";
import type { Author } from "@/lib/shared/schemas/user";
import { Editor, loadCompletion } from "./editor";
import { EmojiButton } from "./emoji-button";
import { everybodyIn } from "./everybody";
import { Quoting } from "./quoting";
import { Refusal } from "./refusal";
import { SendButton } from "./send-button";
import { Toolbar } from "./toolbar";
import { loadCommands, useCommand } from "./use-command";

type Props = {
	room: RoomView;
	/** What is written is a reply: in which thread, to whom, and whether the room gets it as well. */
	reply?: { threadId: string; to: Author; alsoToRoom: boolean };
	onSent: () => void;
	onEditLast: () => void;
	/** A message is being changed in the list, or was looked up there: it has the focus. */
	elsewhere: boolean;
};

/** Fetched with the first file that is attached. */
const Attachments = lateComponent(
	() => import("@/components/files/attachments").then((module) => module.Attachments),
	() => null,
);

const EverybodyDialog = lateDialog(() => import("./everybody-dialog").then((module) => module.EverybodyDialog));
const CommandHelp = lateDialog(() => import("./command-help").then((module) => module.CommandHelp));

/** While nothing else is to be done: some of it needs no connection. */
export function loadComposer(): void {
	for (const load of [loadCompletion, loadCommands, CommandHelp.load, EverybodyDialog.load, Attachments.load])
		void load();
}

/** Shown when only this part of the longest message is left. */
const NEARLY_FULL = 0.9;

export function Composer({ room, reply, onSent, onEditLast, elsewhere }: Props) {
	const t = useTranslations("composer");
	const files = useTranslations("files");
	const { limits, messages } = useServerInfo();
	const coarse = useCoarse();
	const wide = useWide();
	const refusalId = useId();
	const quoteId = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const [helping, setHelping] = useState(false);
	const [asking, setAsking] = useState(false);
	const talk = { roomId: room.id, threadId: reply?.threadId };
	const place = placeOfDraft(talk);
	const text = useDraft(place);
	const quote = useQuoteInDraft(place);
	const left = limits.messageLength - text.length;
	const uploads = useUploads(place);
	const isWaiting = useIsWaiting(place);
	const attach = useAttach(room, place);
	const hasFiles = uploads.length > 0;
	const isAttached = uploads.every(({ state }) => state !== "failed" && state !== "lost");
	const isSendable = (text.trim() !== "" || hasFiles) && left >= 0 && isAttached && !isWaiting;
	const command = useCommand({ room, place, onSend: post, onHelp: () => setHelping(true) });
	const everybody = everybodyIn(text, room, useMe());
	const isTooLong = left < 0 && !isWaiting;
	const isRefused = isTooLong || command.fault !== undefined;

	// The keyboard of a phone would cover what one came to read.
	useEffect(() => {
		if (!coarse && !elsewhere) field.current?.focus({ preventScroll: true });
	}, [coarse, elsewhere]);

	function change(value: string) {
		keepDraft(place, value);
		// Or half of what he types now would go with the files.
		stopWaiting(place);
		command.reset();
		if (value.trim() !== "") sayTyping(talk);
	}

	function send() {
		if (!isSendable) return;
		if (everybody === "many") setAsking(true);
		else deliver();
	}

	function deliver() {
		if (hasFiles) whenUploaded(place, () => post(draftOf(place).trimEnd()));
		else if (command.isCommand(text)) command.run(text);
		else post(text.trimEnd());
	}

	function post(words: string) {
		const taken = takeUploads(place);
		// As it is now: it may have been taken away while files were on their way.
		const quoted = quoteOfDraft(place);
		const extras = {
			...(taken.length > 0 && { files: taken, fileIds: taken.map(({ id }) => id) }),
			...(quoted && { quoteOf: quoted.id, quote: quoted }),
			...(reply && { threadId: reply.threadId }),
			...(reply?.alsoToRoom && { alsoToRoom: true }),
		};
		void draftSent(place, outbox().add(room.id, words, extras));
		command.reset();
		typingEnded(talk);
		onSent();
	}

	function dropQuote() {
		quoteInDraft(place, undefined);
		field.current?.focus();
	}

	/** The text stays in the field until the file is there, and goes only if that file goes in its place. */
	function sendAsFile() {
		const file = textFile(text);
		if (attach?.([file])) {
			whenUploaded(place, () => isUploaded(place, file.name) && draftOf(place) === text && post(""));
		}
		field.current?.focus();
	}

	function sendAsText() {
		post(text.trimEnd());
		field.current?.focus();
	}

	const name = useRoomName()(room);
	const sendButton = <SendButton label={t("send")} disabled={!isSendable} />;
	const count = left < limits.messageLength * (1 - NEARLY_FULL) && left >= 0 && (
		<span role="status" className="px-1 text-xs whitespace-nowrap text-faint tabular-nums">
			{t("left", { count: left })}
		</span>
	);
	return (
		<form
			aria-label={reply ? t("reply.form") : t("form", { room: name })}
			onSubmit={(event) => {
				event.preventDefault();
				send();
				field.current?.focus();
			}}
			className="relative mx-6 shrink-0 rounded-lg bg-raised ring-1 ring-border-field focus-within:shadow-[0_0_0_4px_color-mix(in_srgb,var(--focus)_16%,transparent)] focus-within:ring-focus max-md:mx-2.5 in-data-[pane=panel]:lg:mx-4"
		>
			{hasFiles && <Attachments place={place} uploads={uploads} />}
			{quote && <Quoting id={quoteId} quote={quote} roomId={room.id} onDrop={dropQuote} />}
			<div className="flex items-end max-md:p-1">
				{!wide && attach && <AttachButton onFiles={attach} />}
				<Editor
					ref={field}
					room={room}
					label={reply ? t("reply.label", { name: reply.to.name }) : t("label", { room: name })}
					placeholder={
						reply
							? t("reply.label", { name: reply.to.name })
							: t("placeholder", { room: room.kind === "direct" ? name : `#${name}` })
					}
					value={text}
					onChange={change}
					onSend={send}
					onFiles={attach}
					onUp={onEditLast}
					{...(quote && { onEscape: dropQuote })}
					commands
					invalid={isRefused}
					describedBy={[quote && quoteId, isRefused && refusalId].filter(Boolean).join(" ") || undefined}
					className={classNames(
						"w-full px-4 pt-[11px] pb-1 placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap max-md:px-3 max-md:py-[11px]",
						attach && "max-md:ps-0",
					)}
				/>
				{!wide && (
					<>
						<EmojiButton field={field} />
						{sendButton}
					</>
				)}
			</div>
			{isRefused && (
				<Refusal
					id={refusalId}
					words={command.fault ?? t("tooLong", { count: -left })}
					onSendAsFile={isTooLong && attach && messages.longTextAsFile ? sendAsFile : undefined}
					onSendAsText={command.isUnknown ? sendAsText : undefined}
					onHelp={command.isUnknown ? () => setHelping(true) : undefined}
				/>
			)}
			{everybody === "nobody" && (
				<p role="status" className="px-4 pt-1 text-sm text-muted max-md:px-3 max-md:pb-2">
					{t("everybody.nobody")}
				</p>
			)}
			{isWaiting && (
				<p role="status" className="flex items-center gap-2 px-4 pt-1 text-sm text-muted max-md:px-3 max-md:pb-2">
					{files("whenThere")}
					<Button look="plain" size="small" onClick={() => stopWaiting(place)}>
						{files("dontWait")}
					</Button>
				</p>
			)}
			{wide ? (
				<div className="flex items-center gap-2 ps-2 pe-1.5 pt-1 pb-1.5">
					<Toolbar field={field} onFiles={attach} />
					<span className="flex-1" />
					{count}
					{sendButton}
				</div>
			) : (
				count && <div className="px-3 pb-1.5 text-end">{count}</div>
			)}
			{asking && <EverybodyDialog room={room} onSend={deliver} onClose={() => setAsking(false)} />}
			{helping && <CommandHelp room={room} onClose={() => setHelping(false)} />}
		</form>
	);
}

/** Named by the day, as nobody has named it. */
function textFile(text: string): File {
	return new File([text], `${new Date().toLocaleDateString("sv-SE")}.md`, { type: "text/markdown" });
}
