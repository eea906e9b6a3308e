"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Talk } from "@/lib/client/cache";
import { useDraft } from "@/lib/client/drafts";
import { useUser } from "@/lib/client/rooms";
import { usePreferences } from "@/lib/client/session";
import { useTyping } from "@/lib/client/typing";
import { isInFence } from "./format";
import { isApple } from "./shortcut";

/** Who types, and how sending works; its height is there whether or not it has anything to say. */
export function TypingLine({ roomId, quiet }: { roomId: string; quiet: boolean }) {
	return (
		<div className="flex h-7 shrink-0 items-center justify-between gap-4 px-10 text-xs text-faint max-md:px-6">
			<p role="status" className="cut">
				<Typing talk={{ roomId }} />
			</p>
			{!quiet && <Hint roomId={roomId} />}
		</div>
	);
}

/** Who types, in a sentence; nothing while nobody does. */
export function Typing({ talk }: { talk: Talk }) {
	const [first, second, third, ...more] = useTyping(talk);
	const t = useTranslations("composer");
	if (first === undefined) return null;
	if (more.length > 0) return t("typing.many");
	const names = { b: nameOf(first), c: nameOf(second), d: nameOf(third) };
	const values = { first: "", second: "", third: "" };
	return t.rich(third ? "typing.three" : second ? "typing.two" : "typing.one", { ...values, ...names });
}

const nameOf = (id: string | undefined) => () => id && <Name key={id} id={id} />;

function Name({ id }: { id: string }) {
	const { data } = useUser(id);
	const t = useTranslations("composer");
	return <bdi className="font-semibold">{data?.name ?? t("typing.somebody")}</bdi>;
}

/** For those who have the keys. */
function Hint({ roomId }: { roomId: string }) {
	const t = useTranslations("composer");
	const common = useTranslations("common");
	const { sendOnEnter } = usePreferences();
	const text = useDraft(roomId);
	const key = isApple() ? "⌘" : common("keys.Ctrl");
	const b = (words: ReactNode) => <b className="font-semibold">{words}</b>;
	const inCode = sendOnEnter && isInFence({ text, start: text.length, end: text.length });
	return (
		<p aria-hidden className="shrink-0 max-md:hidden pointer-coarse:hidden">
			{inCode
				? t.rich("hint.fence", { b, key })
				: sendOnEnter
					? t.rich("hint.enter", { b })
					: t.rich("hint.command", { b, key })}
		</p>
	);
}
