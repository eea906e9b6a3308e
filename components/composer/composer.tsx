"use client";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useRoomName } from "@/components/rooms/use-room-name";
import { useCoarse, useWide } from "@/components/ui/use-media";
import { draftSent, keepDraft, useDraft } from "@/lib/client/drafts";
import { outbox } from "@/lib/client/outbox";
import { useServerInfo } from "@/lib/client/session";
import { sayTyping, typingEnded } from "@/lib/client/typing";
import type { RoomView } from "@/lib/shared/schemas/room";
import { CommandHelp } from "./command-help";
import { Editor } from "./editor";
import { EmojiButton } from "./emoji-button";
import { Refusal } from "./refusal";
import { SendButton } from "./send-button";
import { Toolbar } from "./toolbar";
import { useCommand } from "./use-command";

type Props = {
	room: RoomView;
	onSent: () => void;
	onEditLast: () => void;
	/** A message is being changed in the list, where the focus is. */
	editing: boolean;
};

/** Shown when only this part of the longest message is left. */
const NEARLY_FULL = 0.9;

export function Composer({ room, onSent, onEditLast, editing }: Props) {
	const t = useTranslations("composer");
	const { limits } = useServerInfo();
	const coarse = useCoarse();
	const wide = useWide();
	const refusalId = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const [helping, setHelping] = useState(false);
	const text = useDraft(room.id);
	const left = limits.messageLength - text.length;
	const isSendable = text.trim() !== "" && left >= 0;
	const command = useCommand({ room, onSend: post, onHelp: () => setHelping(true) });
	const isRefused = left < 0 || command.fault !== undefined;

	// The keyboard of a phone would cover what one came to read.
	useEffect(() => {
		if (!coarse && !editing) field.current?.focus({ preventScroll: true });
	}, [coarse, editing]);

	function change(value: string) {
		keepDraft(room.id, value);
		command.reset();
		if (value.trim() !== "") sayTyping(room.id);
	}

	function send() {
		if (!isSendable) return;
		if (command.isCommand(text)) command.run(text);
		else post(text.trimEnd());
	}

	function post(words: string) {
		void draftSent(room.id, outbox().add(room.id, words));
		command.reset();
		typingEnded(room.id);
		onSent();
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
			aria-label={t("form", { room: name })}
			onSubmit={(event) => {
				event.preventDefault();
				send();
				field.current?.focus();
			}}
			className="relative mx-6 shrink-0 rounded-lg bg-raised ring-1 ring-border-field focus-within:shadow-[0_0_0_4px_color-mix(in_srgb,var(--focus)_16%,transparent)] focus-within:ring-focus max-md:mx-2.5"
		>
			<div className="flex items-end max-md:p-1">
				<Editor
					ref={field}
					room={room}
					label={t("label", { room: name })}
					placeholder={t("placeholder", { room: room.kind === "direct" ? name : `#${name}` })}
					value={text}
					onChange={change}
					onSend={send}
					onUp={onEditLast}
					commands
					invalid={isRefused}
					describedBy={isRefused ? refusalId : undefined}
					className="w-full px-4 pt-[11px] pb-1 placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap max-md:px-3 max-md:py-[11px]"
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
					onSendAsText={command.isUnknown ? sendAsText : undefined}
					onHelp={command.isUnknown ? () => setHelping(true) : undefined}
				/>
			)}
			{wide ? (
				<div className="flex items-center gap-2 ps-2 pe-1.5 pt-1 pb-1.5">
					<Toolbar field={field} />
					<span className="flex-1" />
					{count}
					{sendButton}
				</div>
			) : (
				count && <div className="px-3 pb-1.5 text-end">{count}</div>
			)}
			{helping && <CommandHelp room={room} onClose={() => setHelping(false)} />}
		</form>
	);
}
