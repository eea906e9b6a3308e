"use client";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";

const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
const apple: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Ctrl: "⌃" };

/** `Mod+Shift+S`: Mod is ⌘ on a Mac and Ctrl elsewhere. One text, as it is printed in a menu, by what is printed on the keys. */
export function useKeysText(): (keys: string) => string {
	const t = useTranslations("common");
	const keyText = (key: string) => {
		if (isApple && apple[key]) return apple[key];
		if (key === "Mod" || key === "Ctrl") return t("keys.Ctrl");
		return key === "Del" ? t("keys.Del") : key;
	};
	// + itself is a key.
	return (keys) =>
		keys
			.split(/(?<=.)\+/)
			.map(keyText)
			.join(isApple ? "" : " ");
}

/** A key, or a combination of keys, on its cap. */
export function Keys({ keys, className }: { keys: string; className?: string }) {
	const keysText = useKeysText();
	return (
		<kbd
			className={classNames(
				"inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-xs bg-chip px-1.25 font-sans text-2xs leading-none font-medium whitespace-nowrap text-muted ring-1 ring-border-strong ring-inset",
				className,
			)}
		>
			{keysText(keys)}
		</kbd>
	);
}
