"use client";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/keys";
import { usePreferences } from "@/lib/client/session";
import { shortcuts } from "./shortcuts";

type Shortcut = (typeof shortcuts)[number]["rows"][number];

export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
	const t = useTranslations("shortcuts");
	const keysOf = useKeys();
	return (
		<Dialog title={t("title")} onClose={onClose} wide>
			<div className="gap-x-10 text-ui sm:columns-2">
				{shortcuts.map(({ group, rows }) => (
					<section key={group} className="mb-5 break-inside-avoid">
						<h3 className="mb-1 text-xs text-faint">{t(`group.${group}`)}</h3>
						<dl>
							{rows.map((row) => (
								<div key={row.does} className="flex min-h-8 items-center justify-between gap-4 py-1">
									<dt>{t(`does.${row.does}`)}</dt>
									<dd className="flex shrink-0 gap-2">
										{keysOf(row).map((keys) => (
											<Keys key={keys} keys={keys} />
										))}
									</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
		</Dialog>
	);
}

/** Enter and Shift+Enter as the person has them. */
function useKeys(): (shortcut: Shortcut) => readonly string[] {
	const { sendOnEnter } = usePreferences();
	return ({ does, keys }) => {
		if (sendOnEnter) return keys;
		return does === "send" ? ["Mod+Enter"] : does === "break" ? ["Enter"] : keys;
	};
}
