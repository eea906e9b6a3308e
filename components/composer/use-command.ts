"use client";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";
import { roomPath, useGo } from "@/components/frame/navigation";
import { late } from "@/components/ui/late";
import { toast } from "@/components/ui/toast";
import { useSentenceOf } from "@/components/words/use-sentence-of";
import { useTimes } from "@/components/words/use-times";
import { applyEvent } from "@/lib/client/cache";
import { draftOf, keepDraft } from "@/lib/client/drafts";
import { ClientError } from "@/lib/client/errors";
import { outbox } from "@/lib/client/outbox";
import { useMe } from "@/lib/client/session";
import type { RoomView } from "@/lib/shared/schemas/room";
import { CommandFault } from "./command-fault";
import { commandIn } from "./command-in";
import type { CommandName, Outcome } from "./commands";

const runner = late(() => import("./run-command").then((module) => module.runCommand));
export const loadCommands = runner.fetch;

type Options = {
	room: RoomView;
	/** What the draft is kept under. */
	place: string;
	onSend: (text: string) => void;
	onHelp: () => void;
};

/** Does what a `/command` says. What was written stays until it is done, and when it cannot be. */
export function useCommand({ room, place, onSend, onHelp }: Options) {
	const me = useMe();
	const go = useGo();
	const t = useTranslations("composer");
	const sentenceOf = useSentenceOf();
	const language = useLocale();
	const times = useTimes();
	const { mutate, reset, error, isPending } = useMutation({
		async mutationFn(text: string) {
			const run = await runner.fetch();
			if (!run) throw new ClientError("unreachable", 0);
			return run(text, me, room);
		},
		onSuccess(outcome, text) {
			if (draftOf(place) === text) keepDraft(place, "");
			finish(outcome);
		},
	});

	function finish({ send, to, goTo, left, help, said, names = [], until }: Outcome) {
		if (send && to) void outbox().add(to, send);
		else if (send) onSend(send);
		if (goTo && goTo !== room.id) go(roomPath(goTo));
		if (left) {
			go("/");
			applyEvent({ name: "membership:removed", payload: { roomId: room.id } });
		}
		if (help) onHelp();
		if (!said) return;
		const list = new Intl.ListFormat(language);
		toast({ text: t(`said.${said}`, { names: list.format(names), time: until ? times.fullTime(until) : "" }) });
	}

	function wordsOf(thrown: unknown): string {
		if (!(thrown instanceof CommandFault)) return sentenceOf(thrown);
		const { fault, about } = thrown;
		return fault === "incomplete"
			? t("fault.incomplete", { about, usage: t(`commands.${about.slice(1) as CommandName}.usage`) })
			: t(`fault.${fault}`, { about });
	}

	return {
		isCommand: (text: string) => commandIn(text) !== undefined,
		run: (text: string) => isPending || mutate(text),
		/** Why it was not done. */
		fault: error ? wordsOf(error) : undefined,
		isUnknown: error instanceof CommandFault && error.fault === "unknown",
		reset,
	};
}
