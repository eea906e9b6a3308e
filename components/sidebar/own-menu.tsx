"use client";
import { useTranslations } from "use-intl";
import { Face } from "@/components/people/face";
import { LateMenu, lateActions } from "@/components/ui/menu";
import { useWide } from "@/components/ui/use-media";
import { useMe } from "@/lib/client/session";

export const ownActions = lateActions(() => import("./own-actions").then((module) => module.OwnActions));

export function OwnMenu() {
	const me = useMe();
	const wide = useWide();
	const t = useTranslations("sidebar");
	return (
		<LateMenu
			actions={ownActions}
			of={{}}
			label={t("own.label")}
			head={<OwnHead />}
			trigger={(props) => (
				<button
					type="button"
					{...props}
					aria-label={t("own.you", { name: me.name })}
					title={me.name}
					className="grid size-9 shrink-0 place-items-center rounded-sm pointer-coarse:size-11"
				>
					<Face person={me} size={wide ? 28 : 32} presence />
				</button>
			)}
		/>
	);
}

function OwnHead() {
	const me = useMe();
	const { emoji, text } = me.status;
	return (
		<div className="mb-1.5 border-b border-border-strong px-2.5 pt-1 pb-2">
			<div dir="auto" className="cut font-semibold">
				{me.name}
			</div>
			<div dir="ltr" className="cut text-start text-sm text-faint">
				@{me.username}
			</div>
			{(emoji || text) && (
				<div dir="auto" className="cut mt-0.5 text-sm text-muted">
					{emoji} {text}
				</div>
			)}
		</div>
	);
}
